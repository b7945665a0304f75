package dev.hatcheck.cli.input;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Writes values as JSON of ASCII characters on one line, so that neither charset nor terminal can spoil it. */
public final class Json {
    private Json() {}

    /** A value on one line; see {@link #print}. */
    public static String write(Object value) {
        var text = new StringWriter();
        print(value, new PrintWriter(text));
        return text.toString();
    }

    /**
     * Maps, iterables, streams, texts, numbers and truths; an empty {@link Optional} is {@code null}. What a stream has
     * need never be there as a whole.
     */
    public static void print(Object value, PrintWriter out) {
        switch (value) {
            case Optional<?> maybe -> maybe.ifPresentOrElse(it -> print(it, out), () -> out.print("null"));
            case Map<?, ?> object -> {
                String before = "{";
                for (Map.Entry<?, ?> field : object.entrySet()) {
                    out.print(before);
                    print(field.getKey(), out);
                    out.print(':');
                    print(field.getValue(), out);
                    before = ",";
                }
                out.print(object.isEmpty() ? "{}" : "}");
            }
            case Iterable<?> array -> array(array.iterator(), out);
            case Stream<?> array -> array(array.iterator(), out);
            case Number number -> out.print(number);
            case Boolean truth -> out.print(truth);
            case String text -> out.print(quoted(text));
            default -> throw new IllegalArgumentException("no JSON for " + value.getClass());
        }
    }

    private static void array(Iterator<?> elements, PrintWriter out) {
        out.print('[');
        while (elements.hasNext()) {
            print(elements.next(), out);
            out.print(elements.hasNext() ? "," : "");
        }
        out.print(']');
    }

    private static String quoted(String text) {
        var quoted = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            append(text.charAt(i), quoted);
        }
        return quoted.append('"').toString();
    }

    private static void append(char c, StringBuilder quoted) {
        switch (c) {
            case '"' -> quoted.append("\\\"");
            case '\\' -> quoted.append("\\\\");
            case '\n' -> quoted.append("\\n");
            case '\r' -> quoted.append("\\r");
            case '\t' -> quoted.append("\\t");
            default -> {
                if (c < ' ' || c > '~') {
                    quoted.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
                } else {
                    quoted.append(c);
                }
            }
        }
    }
}
