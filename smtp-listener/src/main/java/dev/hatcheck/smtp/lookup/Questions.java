package dev.hatcheck.smtp.lookup;

import java.util.function.Supplier;
import org.xbill.DNS.Name;

/** Somebody who answers questions about names, on the spot or after a while. */
@FunctionalInterface
interface Questions {
    /**
     * Asks for the records of a name, along its aliases.
     *
     * @param name absolute
     * @param type a number of {@link org.xbill.DNS.Type}
     * @return waits for the answer, as long as that is worth while
     */
    Supplier<Answer> ask(Name name, int type);
}
