package dev.hatcheck.policies.text;

import java.util.List;

/** What a reader made of a text, and what it warns of, in the order of the text. */
public record Reading<T>(T value, List<Warning> warnings) {
    public Reading {
        warnings = List.copyOf(warnings);
    }
}
