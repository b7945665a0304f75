package dev.hatcheck.cli.input;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Writes values as JSON of ASCII characters on one line, so that neither charset nor terminal can spoil it. */
public final class Json {
    private Json() {}

    /** Maps, iterables, texts, numbers and truths; an empty {@link Optional} is {@code null}. */
    public static String write(Object value) {
        return switch (value) {
            case Optional<?> maybe -> maybe.isPresent() ? write(maybe.get()) : "null";
            case Map<?, ?> object ->
                object.entrySet().stream()
                        .map(field -> write(field.getKey()) + ":" + write(field.getValue()))
                        .collect(Collectors.joining(",", "{", "}"));
            case Iterable<?> array ->
                StreamSupport.stream(array.spliterator(), false)
                        .map(Json::write)
                        .collect(Collectors.joining(",", "[", "]"));
            case Number number -> number.toString();
            case Boolean truth -> truth.toString();
            case String text -> text.chars().mapToObj(Json::character).collect(Collectors.joining("", "\"", "\""));
            default -> throw new IllegalArgumentException("no JSON for " + value.getClass());
        };
    }

    private static String character(int c) {
        return switch (c) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> c < ' ' || c > '~' ? String.format(Locale.ROOT, "\\u%04x", c) : Character.toString(c);
        };
    }
}
