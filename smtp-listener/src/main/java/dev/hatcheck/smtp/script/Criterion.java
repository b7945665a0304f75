package dev.hatcheck.smtp.script;

import dev.hatcheck.engine.session.RecipientCheck;
import dev.hatcheck.policies.Recipient;
import dev.hatcheck.policies.address.IpRange;

/** Something that a session must meet for a script to be for it. */
public sealed interface Criterion {
    /** The client's address is in a range, which was written so. */
    record Client(IpRange range, String written) implements Criterion {
        @Override
        public String toString() {
            return "from " + written;
        }
    }

    /** The client is in a sender group. */
    record Group(String name) implements Criterion {
        @Override
        public String toString() {
            return "in " + name;
        }
    }

    /** The recipient that is named meets this, or one of those who were accepted; it was written so. */
    record To(Recipient recipient, String written) implements Criterion {
        @Override
        public String toString() {
            return "to " + written;
        }
    }

    /** Whether a session meets it now. */
    default boolean isMetBy(Scene scene) {
        return switch (this) {
            case Client(var range, var written) -> range.contains(scene.client());
            case Group(var name) -> scene.group().filter(name::equals).isPresent();
            case To(var recipient, var written) ->
                scene.recipients().stream().anyMatch(one -> RecipientCheck.meets(recipient, one));
        };
    }
}
