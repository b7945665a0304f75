package dev.hatcheck.policies;

/** A line of its own that begins with {@code #}; {@code text} is what follows the {@code #}, as written. */
@Esa("UG97-22")
public record Comment(String text)
        implements HostAccessTable.Line, SenderGroup.Line, WrittenPolicy.Line, RecipientAccessTable.Line {}
