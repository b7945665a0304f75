package dev.hatcheck.policies.text;

import dev.hatcheck.policies.Assumed;
import dev.hatcheck.policies.Comment;
import dev.hatcheck.policies.Esa;
import dev.hatcheck.policies.RecipientAccessTable;
import dev.hatcheck.policies.RecipientEntry;
import java.util.stream.Collectors;

/** Writes a Recipient Access Table, an entry a line, which {@link RatReader} reads back to an equal table. */
@Esa("UG912-RAT")
@Assumed("parameters stand in braces behind the action, with commas between")
public final class RatWriter {
    private RatWriter() {}

    /** The whole table, each line with a line feed at its end. */
    public static String write(RecipientAccessTable table) {
        return table.lines().stream().map(line -> line(line) + "\n").collect(Collectors.joining());
    }

    private static String line(RecipientAccessTable.Line line) {
        return switch (line) {
            case Comment comment -> "#" + comment.text();
            case RecipientEntry entry -> entry.written() + (entry.accepts() ? " ACCEPT" : " REJECT") + block(entry);
        };
    }

    private static String block(RecipientEntry entry) {
        return entry.parameters().isEmpty()
                ? ""
                : entry.parameters().stream()
                        .map(ParameterText::writeOptional)
                        .collect(Collectors.joining(", ", " {", "}"));
    }
}
