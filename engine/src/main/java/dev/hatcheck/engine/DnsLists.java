package dev.hatcheck.engine;

import dev.hatcheck.policies.Esa;
import dev.hatcheck.policies.address.HostName;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What DNS lists say of a client, as far as they were asked.
 *
 * @param answers an answer for each list that was asked, by the domain of the list
 */
@Esa("T118238")
public record DnsLists(Map<HostName, Answer> answers) {
    private static final DnsLists NOT_ASKED = new DnsLists(Map.of());

    public DnsLists {
        answers = Map.copyOf(answers);
    }

    /** What one list says. */
    public enum Answer {
        /** The client is on it. */
        LISTED,
        /** The client is not on it. */
        NOT_LISTED,
        /** It could not be asked, did not answer in time, or refused to answer. */
        FAILED
    }

    /** None was asked. */
    public static DnsLists notAsked() {
        return NOT_ASKED;
    }

    /** These were asked, and none of them answered. */
    public static DnsLists failed(Collection<HostName> zones) {
        return new DnsLists(zones.stream().collect(Collectors.toMap(Function.identity(), zone -> Answer.FAILED)));
    }

    /** These answers, and others of lists that were not asked before. */
    public DnsLists and(DnsLists others) {
        var both = new HashMap<>(others.answers);
        both.putAll(answers);
        return new DnsLists(both);
    }

    /** What a list says; nothing if it was not asked, which is not the same as a no. */
    public Optional<Answer> of(HostName zone) {
        return Optional.ofNullable(answers.get(zone));
    }
}
