package dev.hatcheck.fidelity;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.EntityTree;
import com.sun.source.doctree.LinkTree;
import com.sun.source.doctree.LiteralTree;
import com.sun.source.doctree.TextTree;
import com.sun.source.util.SimpleDocTreeVisitor;
import java.util.stream.Collectors;

/** Writes the first sentence of a comment in Markdown, without the full stop at its end. */
final class FirstSentence extends SimpleDocTreeVisitor<String, Void> {
    private FirstSentence() {
        super("");
    }

    static String of(DocCommentTree comment) {
        var reader = new FirstSentence();
        return comment.getFirstSentence().stream()
                .map(part -> reader.visit(part, null))
                .collect(Collectors.joining())
                .replaceAll("\\s+", " ")
                .strip()
                .replaceAll("\\.$", "");
    }

    @Override
    public String visitText(TextTree text, Void nothing) {
        return text.getBody();
    }

    @Override
    public String visitLiteral(LiteralTree literal, Void nothing) {
        String body = literal.getBody().getBody();
        return literal.getKind() == DocTree.Kind.CODE ? "`" + body + "`" : body;
    }

    @Override
    public String visitLink(LinkTree link, Void nothing) {
        return "`" + link.getReference().getSignature().replaceFirst("^#", "").replace('#', '.') + "`";
    }

    @Override
    public String visitEntity(EntityTree entity, Void nothing) {
        return "&" + entity.getName() + ";";
    }
}
