package dev.hatcheck.cli.input;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Writes values as JSON of ASCII characters on one line, so that neither charset nor terminal can spoil it. */
public final class Json {
    private Json() {}

    /** Maps, iterables, texts, numbers and truths; an empty {@link Optional} is {@code null}. */
    public static String write(Object value) {
        var text = new StringBuilder();
        write(value, text);
        return text.toString();
    }

    /** Writes the same piece by piece, so that what an iterable makes as it goes need never be there at once. */
    public static void write(Object value, Appendable to) {
        try {
            append(value, to);
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        }
    }

    private static void append(Object value, Appendable to) throws IOException {
        switch (value) {
            case Optional<?> maybe when maybe.isPresent() -> append(maybe.get(), to);
            case Optional<?> nothing -> to.append("null");
            case Map<?, ?> object -> {
                String before = "{";
                for (Map.Entry<?, ?> field : object.entrySet()) {
                    append(field.getKey(), to.append(before));
                    append(field.getValue(), to.append(':'));
                    before = ",";
                }
                to.append(object.isEmpty() ? "{}" : "}");
            }
            case Iterable<?> array -> {
                String before = "[";
                for (Object element : array) {
                    append(element, to.append(before));
                    before = ",";
                }
                to.append(before.equals("[") ? "[]" : "]");
            }
            case Number number -> to.append(number.toString());
            case Boolean truth -> to.append(truth.toString());
            case String text -> {
                to.append('"');
                if (text.chars().allMatch(Json::isPlain)) {
                    to.append(text);
                } else {
                    for (int i = 0; i < text.length(); i++) {
                        append(text.charAt(i), to);
                    }
                }
                to.append('"');
            }
            default -> throw new IllegalArgumentException("no JSON for " + value.getClass());
        }
    }

    private static boolean isPlain(int c) {
        return c >= ' ' && c <= '~' && c != '"' && c != '\\';
    }

    private static void append(char c, Appendable to) throws IOException {
        switch (c) {
            case '"' -> to.append("\\\"");
            case '\\' -> to.append("\\\\");
            case '\n' -> to.append("\\n");
            case '\r' -> to.append("\\r");
            case '\t' -> to.append("\\t");
            default -> {
                if (c < ' ' || c > '~') {
                    to.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
                } else {
                    to.append(c);
                }
            }
        }
    }
}
