package dev.hatcheck.policies;

/** The remark in parentheses behind a sender or an access rule; {@code text} is what stands between them. */
public record Note(String text) {}
