package dev.hatcheck.fidelity;

import java.util.Locale;

/** Headings of Markdown, as links name them. */
final class Headings {
    private Headings() {}

    /** The anchor of a line such as {@code ## Mail log}. */
    static String anchor(String heading) {
        return heading.replaceFirst("^#+ *", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N} _-]", "")
                .replace(' ', '-');
    }
}
