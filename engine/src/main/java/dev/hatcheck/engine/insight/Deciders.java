package dev.hatcheck.engine.insight;

import dev.hatcheck.engine.connect.Admission;
import dev.hatcheck.policies.Sender;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which fact the entries ask about that decide by two tables; {@code ALL} asks about none.
 *
 * @param before the fact by the old table
 * @param after the fact by the new one
 */
public record Deciders(Optional<Sender.Fact> before, Optional<Sender.Fact> after) {
    /** All there can be, those of one and the same fact first. */
    static List<Deciders> all() {
        List<Optional<Sender.Fact>> facts = Stream.concat(
                        Stream.of(Sender.Fact.values()).map(Optional::of), Stream.of(Optional.<Sender.Fact>empty()))
                .toList();
        var all = new ArrayList<Deciders>();
        facts.forEach(fact -> all.add(new Deciders(fact, fact)));
        facts.forEach(one ->
                facts.stream().filter(other -> !other.equals(one)).forEach(other -> all.add(new Deciders(one, other))));
        return all;
    }

    /** Whether two decisions about the same client are theirs. */
    boolean made(Admission old, Admission fresh) {
        return old.entry().sender().fact().equals(before)
                && fresh.entry().sender().fact().equals(after);
    }
}
