package dev.hatcheck.policies.text;

import dev.hatcheck.policies.AccessRule;
import dev.hatcheck.policies.Assumed;
import dev.hatcheck.policies.Comment;
import dev.hatcheck.policies.Entry;
import dev.hatcheck.policies.Esa;
import dev.hatcheck.policies.HostAccessTable;
import dev.hatcheck.policies.Note;
import dev.hatcheck.policies.PolicyDefinition;
import dev.hatcheck.policies.SenderGroup;
import dev.hatcheck.policies.StandaloneEntry;
import dev.hatcheck.policies.WrittenParameter;
import dev.hatcheck.policies.WrittenPolicy;
import java.util.Optional;

/** Writes a Host Access Table in its one canonical form, which {@link HatReader} reads back to an equal table. */
@Esa({"CLI73", "CLI97", "EHC"})
@Assumed("members and the policy of a group are indented by 4; prints of the appliance indent the policy by 8")
public final class HatWriter {
    private static final String INDENT = "    ";

    private final StringBuilder text = new StringBuilder();

    private HatWriter() {}

    /** The whole table, each line with a line feed at its end. */
    public static String write(HostAccessTable table) {
        var writer = new HatWriter();
        table.lines().forEach(writer::add);
        return writer.text.toString();
    }

    private void add(HostAccessTable.Line line) {
        switch (line) {
            case Comment comment -> line("", comment(comment));
            case PolicyDefinition definition -> {
                line("", "$" + definition.name());
                add(definition.policy(), definition.note());
            }
            case SenderGroup group -> {
                line("", group.name() + ":");
                group.lines().forEach(this::add);
                add(group.rule());
            }
            case StandaloneEntry alone -> {
                line("", entry(alone.entry()));
                add(alone.rule());
            }
        }
    }

    private void add(SenderGroup.Line line) {
        line(
                INDENT,
                switch (line) {
                    case Comment comment -> comment(comment);
                    case Entry entry -> entry(entry);
                });
    }

    private void add(AccessRule rule) {
        switch (rule) {
            case AccessRule.Named named -> line(INDENT, "$" + named.policy() + behind(named.note()));
            case AccessRule.Inline inline -> add(inline.policy(), inline.note());
        }
    }

    private void add(WrittenPolicy policy, Optional<Note> note) {
        if (policy.lines().isEmpty()) {
            line(INDENT, policy.behavior() + behind(note));
            return;
        }
        line(INDENT, policy.behavior() + " {");
        policy.lines().forEach(this::add);
        line(INDENT, "}" + behind(note));
    }

    private void add(WrittenPolicy.Line line) {
        line(
                INDENT + INDENT,
                switch (line) {
                    case Comment comment -> comment(comment);
                    case WrittenParameter parameter -> ParameterText.write(parameter);
                });
    }

    private static String comment(Comment comment) {
        return "#" + comment.text();
    }

    private static String entry(Entry entry) {
        return entry.written() + behind(entry.note());
    }

    private static String behind(Optional<Note> note) {
        return note.map(remark -> " (" + remark.text() + ")").orElse("");
    }

    private void line(String indent, String content) {
        text.append(indent).append(content).append('\n');
    }
}
