package dev.hatcheck.policies;

/**
 * A parameter as a policy writes it, known or not.
 *
 * @param keyword in lower case, as in {@code max_rcpts_per_msg}
 * @param text the value without quotes
 * @param quoted whether the value stands in quotes
 * @param origin where it stands
 */
public record WrittenParameter(String keyword, String text, boolean quoted, Origin origin)
        implements WrittenPolicy.Line {}
