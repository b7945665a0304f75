package dev.hatcheck.smtp.script;

import dev.hatcheck.engine.session.Verb;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Where in a session a script waits. */
public sealed interface Moment {
    /** The policy lets the client in; it is about to be counted and greeted. */
    record Connected() implements Moment {
        @Override
        public String toString() {
            return "connect";
        }
    }

    /** The client gave one of these commands rightly, and it is about to be obeyed. */
    record Commanded(Set<Verb> verbs) implements Moment {
        public Commanded {
            if (verbs.isEmpty()) {
                throw new IllegalArgumentException("a script needs a command to wait for");
            }
            verbs = Set.copyOf(verbs);
        }

        @Override
        public String toString() {
            return sorted(verbs).stream().map(Verb::name).collect(Collectors.joining(" or "));
        }

        private static Set<Verb> sorted(Collection<Verb> verbs) {
            return EnumSet.copyOf(verbs);
        }
    }

    /** The client has sent so many bytes of a message, as they came, and not yet its end. */
    record Content(long bytes) implements Moment {
        public Content {
            if (bytes < 1) {
                throw new IllegalArgumentException("a message is interrupted at byte 1 at the earliest, not " + bytes);
            }
        }

        @Override
        public String toString() {
            return "byte " + bytes + " of the message";
        }
    }

    /** The client has sent a message that would be accepted, and it is about to be kept. */
    record MessageEnded() implements Moment {
        @Override
        public String toString() {
            return "end of the message";
        }
    }

    /** Whether a script that waits here is for this moment of a session, where there is one command at most. */
    default boolean covers(Moment reached) {
        return this instanceof Commanded(var awaited) && reached instanceof Commanded(var given)
                ? awaited.containsAll(given)
                : equals(reached);
    }
}
