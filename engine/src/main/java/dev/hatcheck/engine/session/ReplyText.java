package dev.hatcheck.engine.session;

import dev.hatcheck.policies.Assumed;
import dev.hatcheck.policies.Rfc;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** A text of the configuration as the lines of a reply: whatever it says, the reply is a sound one. */
final class ReplyText {
    /** The text of a reply line, without code, separator and line end. */
    @Rfc("5321 section 4.5.3.1.5")
    static final int MAX_LENGTH = 512 - "554 ".length() - "\r\n".length();

    private static final Pattern UNPRINTABLE = Pattern.compile("[^\\t -~]");

    private ReplyText() {}

    /** The lines of a text. */
    static List<String> lines(String text) {
        return lines(text, UnaryOperator.identity());
    }

    /** The lines of a text whose variables are filled in; what they stand for begins no line. */
    static List<String> lines(String text, UnaryOperator<String> fillIn) {
        var lines = new ArrayList<String>();
        text.lines().map(fillIn).map(ReplyText::printable).forEach(line -> fold(line, lines));
        return lines;
    }

    /** What a reply cannot hold is a question mark. */
    @Rfc("5321 section 4.2")
    @Assumed("what the appliance makes of characters that no reply may have is not known")
    private static String printable(String line) {
        return UNPRINTABLE.matcher(line).replaceAll("?");
    }

    /** A line that is too long for a reply goes on in the next, from a blank on if there is one. */
    @Assumed("what the appliance makes of a line that is too long for a reply is not known")
    private static void fold(String line, List<String> lines) {
        int from = 0;
        while (line.length() - from > MAX_LENGTH) {
            int blank = line.lastIndexOf(' ', from + MAX_LENGTH);
            int end = blank > from ? blank : from + MAX_LENGTH;
            lines.add(line.substring(from, end));
            from = blank > from ? end + 1 : end;
        }
        lines.add(line.substring(from));
    }
}
