package dev.hatcheck.cli.diff;

import dev.hatcheck.engine.insight.Change;
import dev.hatcheck.policies.Limit;
import dev.hatcheck.policies.ListenerParameters;
import dev.hatcheck.policies.ListenerSettings;
import dev.hatcheck.policies.Parameter;
import dev.hatcheck.policies.PolicyParameters;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A parameter that is not what it was.
 *
 * @param keyword its name
 * @param before its value as tables write it; empty if nobody says it, which is possible of what a policy only keeps
 * @param after what it is now
 */
public record ChangedParameter(String keyword, Optional<String> before, Optional<String> after) {
    /** What acts on a client that hears no more than a greeting. */
    private static final Set<String> OF_REJECTIONS = Stream.of(
                    PolicyParameters.SMTP_BANNER_CODE,
                    PolicyParameters.SMTP_BANNER_TEXT,
                    PolicyParameters.USE_OVERRIDE_HOSTNAME,
                    PolicyParameters.OVERRIDE_HOSTNAME,
                    PolicyParameters.MAX_CONCURRENCY)
            .map(Parameter::keyword)
            .collect(Collectors.toUnmodifiableSet());

    /** The parameters of a change, in their order. */
    public static List<ChangedParameter> of(Change change) {
        var keywords = new LinkedHashSet<>(change.before().parameters().keySet());
        keywords.addAll(change.after().parameters().keySet());
        return keywords.stream()
                .map(keyword -> new ChangedParameter(
                        keyword,
                        Optional.ofNullable(change.before().parameters().get(keyword)),
                        Optional.ofNullable(change.after().parameters().get(keyword))))
                .filter(parameter -> !parameter.before().equals(parameter.after()))
                .toList();
    }

    /** What it was and what it is now, for people; between the two stands what leads from one to the other. */
    public String words(String leadsTo) {
        return words(before) + leadsTo + words(after);
    }

    private String words(Optional<String> value) {
        return value.map(text -> isUnlimited(text) ? "no limit" : text.isEmpty() ? "\"\"" : text)
                .orElse("left out");
    }

    /** Tables write the absence of a limit as a number of some kind. */
    private boolean isUnlimited(String value) {
        return PolicyParameters.of(keyword)
                .filter(parameter -> parameter
                        .form()
                        .read(value)
                        .filter(Limit.UNLIMITED::equals)
                        .isPresent())
                .isPresent();
    }

    /** Whether what is done with the connection has a use for it before and after; else it is no change to anybody. */
    public boolean actsOn(Change change, ListenerSettings settings) {
        return Stream.of(change.before(), change.after()).allMatch(terms -> switch (terms.behavior()) {
            case ACCEPT, RELAY, CONTINUE -> true;
            case REJECT ->
                OF_REJECTIONS.contains(keyword) || settings.value(ListenerParameters.GLOBAL_HAT_DELAYED_REJECTION);
            case TCPREFUSE -> false;
        });
    }
}
