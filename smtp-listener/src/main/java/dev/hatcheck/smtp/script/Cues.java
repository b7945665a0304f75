package dev.hatcheck.smtp.script;

import java.util.Optional;
import java.util.OptionalLong;

/** The scripts for one connection. */
public interface Cues {
    /** There are none. */
    Cues NONE = new Cues() {
        @Override
        public boolean isEmpty() {
            return true;
        }

        @Override
        public Optional<Script> next(Scene scene) {
            return Optional.empty();
        }

        @Override
        public OptionalLong nextByte(Scene scene, long from) {
            return OptionalLong.empty();
        }
    };

    /** Whether there are none at the moment. */
    boolean isEmpty();

    /**
     * The script that acts now, if one does; this time counts for those that are for the scene and stand before it,
     * too.
     */
    Optional<Script> next(Scene scene);

    /** The first byte of a message, from this one on, at which a script waits. */
    OptionalLong nextByte(Scene scene, long from);
}
