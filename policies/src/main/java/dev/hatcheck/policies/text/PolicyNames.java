package dev.hatcheck.policies.text;

import dev.hatcheck.policies.PolicyDefinition;
import dev.hatcheck.policies.spelling.NearNames;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Sees to it that a table defines each policy once, and that it defines those that it names. */
final class PolicyNames {
    private final Problems problems;
    private final Map<String, Token> defined = new HashMap<>();
    private final List<Token> used = new ArrayList<>();

    PolicyNames(Problems problems) {
        this.problems = problems;
    }

    /** The name, without {@code $}, of a policy that is defined here. */
    String define(Token at) {
        String name = withoutColon(at);
        Token first = defined.putIfAbsent(name, at);
        if (first != null) {
            problems.error(
                    at,
                    "the policy " + Shown.of(at.text()) + " is defined twice; the first is on line " + first.line());
        }
        return name;
    }

    /** Takes it that a policy whose definition cannot be read was meant to be defined here. */
    void presume(Token at) {
        defined.putIfAbsent(withoutColon(at), at);
    }

    /** The name, without {@code $}, of a policy that is used here. */
    String use(Token at) {
        used.add(at);
        return bare(at);
    }

    /** The end of a message about a word that may lack the {@code $} of a policy defined so far, or nothing. */
    String mend(Token word) {
        boolean isName = word.isWord() && defined.containsKey(word.text());
        return isName ? "; did you mean " + Shown.of("$" + word.text()) + "?" : "";
    }

    /** Groups have a colon, and who writes one here as well would have a policy that nobody can name. */
    private String withoutColon(Token at) {
        String name = bare(at);
        int colon = name.indexOf(':');
        if (colon < 0) {
            return name;
        }
        problems.error(at, "the name of a policy has no colon, as in " + Shown.of("$" + name.substring(0, colon)));
        return name.substring(0, colon);
    }

    private String bare(Token at) {
        if (at.text().length() == 1) {
            problems.error(at, "a policy has a name behind its \"$\"");
        }
        return at.text().substring(1);
    }

    /**
     * Reports every use of a policy that is nowhere defined; a table may define policies behind their use.
     *
     * @return the predefined policies that the table names and does not define
     */
    List<PolicyDefinition> check() {
        var predefined = new LinkedHashMap<String, PolicyDefinition>();
        var undefined = new ArrayList<Token>();
        for (Token use : used) {
            String name = use.text().substring(1);
            if (!name.isEmpty() && !defined.containsKey(name) && !predefined.containsKey(name)) {
                PredefinedPolicies.named(name)
                        .ifPresentOrElse(
                                policy -> {
                                    predefined.put(name, policy);
                                    problems.warning(use, new Doubt.PolicyNotDefined(use.text()));
                                },
                                () -> undefined.add(use));
            }
        }
        report(undefined);
        return List.copyOf(predefined.values());
    }

    private void report(List<Token> undefined) {
        if (undefined.isEmpty()) {
            return;
        }
        NearNames names = NearNames.of(Stream.concat(defined.keySet().stream(), PolicyDefinition.PREDEFINED.stream())
                .toList());
        for (Token use : undefined) {
            String mend = names.nearTo(use.text().substring(1))
                    .map(name -> "; did you mean " + Shown.of("$" + name) + "?")
                    .orElse("");
            problems.error(use, "the policy " + Shown.of(use.text()) + " is not defined" + mend);
        }
    }
}
