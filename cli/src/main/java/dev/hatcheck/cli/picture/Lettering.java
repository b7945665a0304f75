package dev.hatcheck.cli.picture;

import dev.hatcheck.engine.maillog.LogText;
import java.util.ArrayList;
import java.util.List;

/**
 * The kinds of letters, as the style sheet has them.
 *
 * <p>Nobody knows the font that a reader has, so widths are those of a wide one; what is written in letters of equal
 * width is told exactly enough.
 */
enum Lettering {
    TITLE("title", 18, 0.62),
    HEADING("heading", 14, 0.62),
    WORDS("words", 12, 0.58),
    SMALL("small", 11, 0.58),
    NAME("name", 13, 0.61),
    CODE("code", 11, 0.61),
    LABEL("label", 10, 0.61);

    private static final String CUT = "\u2026";
    /** From here on are the scripts of East Asia, whose characters are as wide as two. */
    private static final int WIDE = 0x2e80;

    private final String look;
    private final double advance;

    Lettering(String look, double size, double advanceOfSize) {
        this.look = look;
        this.advance = size * advanceOfSize;
    }

    /** Its class in the style sheet. */
    String look() {
        return look;
    }

    /** How wide a text is at most, in pixels. */
    int width(String words) {
        int columns =
                LogText.escapeText(words).codePoints().map(Lettering::columns).sum();
        return (int) Math.ceil(columns * advance);
    }

    /** A text, or as much of its beginning as there is room for. */
    String fit(String words, int pixels) {
        String shown = LogText.escapeText(words);
        int room = (int) (pixels / advance);
        if (shown.codePoints().map(Lettering::columns).sum() <= room) {
            return words;
        }
        int at = 0;
        int columns = 1;
        while (at < words.length()) {
            String next = Character.toString(words.codePointAt(at));
            columns += LogText.escapeText(next)
                    .codePoints()
                    .map(Lettering::columns)
                    .sum();
            if (columns > room) {
                break;
            }
            at += next.length();
        }
        return words.substring(0, at).stripTrailing() + CUT;
    }

    /** A text in lines of whole words; a word for which a line has no room is cut. */
    List<String> lines(String words, int pixels) {
        var lines = new ArrayList<String>();
        for (String word : words.split(" ")) {
            String longer = lines.isEmpty() ? word : lines.getLast() + " " + word;
            if (!lines.isEmpty() && width(longer) <= pixels) {
                lines.set(lines.size() - 1, longer);
            } else {
                lines.add(fit(word, pixels));
            }
        }
        return lines;
    }

    private static int columns(int codePoint) {
        return codePoint < WIDE ? 1 : 2;
    }
}
