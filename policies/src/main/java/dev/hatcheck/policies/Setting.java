package dev.hatcheck.policies;

/** A value in force and who said so. */
public record Setting<T>(T value, From from) {
    /** Where a value in force comes from. */
    public enum From {
        /** The policy writes it. */
        POLICY("policy"),
        /** The policy leaves it out, and the listener's default policy parameters have it. */
        LISTENER("listener"),
        /** Nobody writes it. */
        BUILT_IN("built-in");

        private final String word;

        From(String word) {
            this.word = word;
        }

        /** {@code policy}, {@code listener} or {@code built-in}. */
        public String word() {
            return word;
        }
    }
}
