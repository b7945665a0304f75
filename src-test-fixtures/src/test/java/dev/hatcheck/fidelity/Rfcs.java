package dev.hatcheck.fidelity;

import java.util.regex.Pattern;

/** Where RFCs can be read. */
final class Rfcs {
    private static final Pattern PASSAGE = Pattern.compile("(\\d+) (section|appendix) (\\S+)");

    private Rfcs() {}

    /** The address of a passage such as {@code 3207 section 4.2}. */
    static String address(String passage) {
        var match = PASSAGE.matcher(passage);
        if (!match.matches()) {
            throw new IllegalArgumentException("@Rfc has a number and a section or an appendix, not " + passage);
        }
        return "https://www.rfc-editor.org/rfc/rfc" + match.group(1) + "#" + match.group(2) + "-" + match.group(3);
    }
}
