package dev.hatcheck.smtp.script;

/**
 * How often a script acts, of the times that a session comes to where it waits; all sessions are counted together.
 *
 * @param first the first time at which it acts, from 1
 * @param last the last time
 */
public record Times(long first, long last) {
    static final Times ALWAYS = new Times(1, Long.MAX_VALUE);

    public Times {
        if (first < 1 || last < first) {
            throw new IllegalArgumentException("times are counted from 1, not from " + first + " to " + last);
        }
    }

    boolean include(long time) {
        return first <= time && time <= last;
    }

    @Override
    public String toString() {
        if (equals(ALWAYS)) {
            return "always";
        } else if (last == Long.MAX_VALUE) {
            return "from time " + first + " on";
        }
        return first == last ? "time " + first : "times " + first + " to " + last;
    }
}
