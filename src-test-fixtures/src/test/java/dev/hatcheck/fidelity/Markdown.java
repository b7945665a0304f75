package dev.hatcheck.fidelity;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Texts as the cells of a table take them. */
final class Markdown {
    private Markdown() {}

    /** A text that may have code between backticks. */
    static String cell(String text) {
        return text.replace("|", "\\|");
    }

    /** A text without any meaning to Markdown. */
    static String plain(String text) {
        return text.replaceAll("[\\\\`*<|]", "\\\\$0");
    }

    /** Values, a line each if something is said of them. */
    static String cases(List<String> cases) {
        boolean isLong = cases.stream().anyMatch(it -> it.contains(": "));
        return cases.isEmpty()
                ? ""
                : cell(isLong ? "<br>" + String.join("<br>", cases) : ": " + String.join(", ", cases));
    }

    /** A text between backticks; nothing stays nothing. */
    static String code(String text) {
        return text.isEmpty() ? "" : "`" + cell(text) + "`";
    }

    /** A saying, a line of code for each of its lines. */
    static String saying(Saying saying) {
        return saying.text().lines().map(Markdown::code).collect(Collectors.joining("<br>"));
    }

    /** A file of the project, seen from the folder of the page. */
    static String target(Path file) {
        return Project.DOCS.relativize(file).toString().replace('\\', '/');
    }
}
