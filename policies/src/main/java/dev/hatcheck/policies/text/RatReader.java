package dev.hatcheck.policies.text;

import dev.hatcheck.policies.Ascii;
import dev.hatcheck.policies.Comment;
import dev.hatcheck.policies.Esa;
import dev.hatcheck.policies.Origin;
import dev.hatcheck.policies.Recipient;
import dev.hatcheck.policies.RecipientAccessTable;
import dev.hatcheck.policies.RecipientEntry;
import dev.hatcheck.policies.RecipientParameters;
import dev.hatcheck.policies.Rfc;
import dev.hatcheck.policies.ValueForm;
import dev.hatcheck.policies.WrittenParameter;
import dev.hatcheck.policies.WrittenPolicy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads a Recipient Access Table.
 *
 * <pre>
 * table  = { comment | recipient ( ACCEPT | REJECT ) [ { parameters } | code text to the end of the line ] }
 * </pre>
 */
@Esa({"CFG76-51", "UG912-RAT", "CONFLOOK"})
public final class RatReader {
    private final Problems problems;
    private final Tokens tokens;
    private final BlockReader blocks;
    private final LastEntry last;
    private final List<RecipientAccessTable.Line> lines = new ArrayList<>();
    private final Map<Recipient, Token> places = new HashMap<>();

    private RatReader(String text, String file) {
        problems = new Problems(file);
        tokens = new Tokens(new Lexer(text, problems));
        last = new LastEntry(problems);
        blocks = new BlockReader(tokens, problems, RecipientParameters.all()) {
            @Override
            boolean mayStandAlone(String keyword) {
                return RecipientParameters.mayStandAlone(keyword);
            }
        };
    }

    /**
     * Reads a whole table; takes a time proportional to its length.
     *
     * @param text the table
     * @param file its name in messages and explanations
     * @throws SyntaxException with all its problems, if it has any
     */
    public static Reading<RecipientAccessTable> read(String text, String file) {
        return new RatReader(text, file).table();
    }

    /** The recipient that a text writes as an entry does: an address, {@code user@}, a domain or {@code .domain}. */
    public static Optional<Recipient> readRecipient(String text) {
        return RecipientReader.read(text);
    }

    private Reading<RecipientAccessTable> table() {
        while (!tokens.peek().is(Token.Kind.END)) {
            line(tokens.peek());
        }
        if (last.all().isEmpty()) {
            problems.warning(tokens.peek(), new Doubt.NoAllRecipients(places.isEmpty()));
        }
        return problems.conclude(new RecipientAccessTable(lines));
    }

    private void line(Token token) {
        switch (token.kind()) {
            case COMMENT -> lines.addAll(tokens.comments());
            case WORD -> entry(tokens.next());
            case QUOTED, NOTE, OPEN, CLOSE, EQUALS, END -> {
                problems.error(token, "a recipient is expected, not " + token.described());
                tokens.skipLine(token);
            }
        }
    }

    private void entry(Token word) {
        last.check(word);
        Optional<Recipient> recipient = RecipientReader.read(word);
        lines.addAll(tokens.comments());
        if (!isAction(tokens.peek())) {
            problems.error(
                    word,
                    "ACCEPT or REJECT is expected behind " + word.described() + ", not "
                            + tokens.peek().described());
            tokens.skipBelow(word);
            return;
        }
        boolean accepts = Ascii.lowerCase(tokens.peek().text()).equals("accept");
        List<WrittenParameter> parameters = parameters(tokens.next(), accepts);
        if (recipient.isEmpty()) {
            problems.error(
                    word,
                    word.described() + " is no recipient: user@example.com, user@, example.com, .example.com,"
                            + " [192.0.2.1] or ALL is expected");
            return;
        }
        checkNew(word, recipient.get());
        lines.add(new RecipientEntry(recipient.get(), word.asEntry(), accepts, parameters, problems.origin(word)));
    }

    private List<WrittenParameter> parameters(Token action, boolean accepts) {
        var parameters = new ArrayList<WrittenParameter>(response(action));
        if (parameters.isEmpty()) {
            for (WrittenPolicy.Line line : blocks.read()) {
                switch (line) {
                    case Comment comment -> lines.add(comment);
                    case WrittenParameter parameter -> parameters.add(parameter);
                }
            }
        }
        boolean isAnswered = false;
        for (WrittenParameter parameter : parameters) {
            isAnswered |= RecipientParameters.isResponse(parameter);
            if (!accepts) {
                checkRefuses(action, parameter);
            }
        }
        if (accepts && isAnswered) {
            problems.warning(action, new Doubt.ResponseNotGiven());
        }
        return parameters;
    }

    /** A recipient is refused with a code from 400 on. */
    @Rfc("5321 section 4.2.1")
    private void checkRefuses(Token action, WrittenParameter parameter) {
        boolean isCode = parameter.keyword().equals(RecipientParameters.SMTP_RESPONSE_CODE.keyword());
        if (isCode && parameter.text().charAt(0) < '4') {
            problems.error(action, "REJECT is answered with a code from 400 to 599, not " + parameter.text());
        }
    }

    /** The response in its basic form, which stands behind the action up to the end of the line. */
    @Esa("CFG76-51")
    private List<WrittenParameter> response(Token action) {
        Token code = tokens.peek();
        boolean isCode = code.isWord()
                && code.line() == action.line()
                && ValueForm.REPLY_CODE.read(code.text()).isPresent();
        if (!isCode) {
            refuseOtherWords(action);
            return List.of();
        }
        tokens.next();
        String text = Escapes.withoutQuotes(tokens.takeRestOfLine().strip());
        Origin origin = problems.origin(code);
        var written =
                new WrittenParameter(RecipientParameters.SMTP_RESPONSE_CODE.keyword(), code.text(), false, origin);
        return text.isEmpty()
                ? List.of(written)
                : List.of(
                        written,
                        new WrittenParameter(RecipientParameters.SMTP_RESPONSE_TEXT.keyword(), text, true, origin));
    }

    /** Words behind an action that are neither a response nor an entry on the same line. */
    private void refuseOtherWords(Token action) {
        Token word = tokens.peek();
        if (word.isWord() && word.line() == action.line() && !isAction(tokens.second())) {
            boolean accepts = Ascii.lowerCase(action.text()).equals("accept");
            problems.error(
                    word,
                    accepts
                            ? "a response begins with a code from 200 to 599, not " + Shown.of(word.text())
                            : "REJECT is answered with a code from 400 to 599, not " + Shown.of(word.text()));
            tokens.skipLine(action);
        }
    }

    private static boolean isAction(Token token) {
        String word = token.isWord() ? Ascii.lowerCase(token.text()) : "";
        return word.equals("accept") || word.equals("reject");
    }

    private void checkNew(Token word, Recipient recipient) {
        Token first = places.putIfAbsent(recipient, word);
        if (first != null) {
            problems.warning(word, new Doubt.RecipientTwice(word.text(), problems.origin(first)));
        }
    }
}
