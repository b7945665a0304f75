package dev.hatcheck.engine.insight;

import dev.hatcheck.policies.MailFlowPolicy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Numbers for what policies put in force: equal for the same, from 0. Policies are many, what they say is not. */
final class AllTerms {
    private final Map<MailFlowPolicy, Integer> numbers = new IdentityHashMap<>();
    private final Map<Terms, Integer> distinct = new HashMap<>();
    private final List<Terms> all = new ArrayList<>();

    int number(MailFlowPolicy policy) {
        return numbers.computeIfAbsent(policy, same -> number(Terms.of(same)));
    }

    private int number(Terms terms) {
        return distinct.computeIfAbsent(terms, fresh -> {
            all.add(fresh);
            return all.size() - 1;
        });
    }

    Terms of(int number) {
        return all.get(number);
    }

    /** How many different ones there are. */
    int count() {
        return all.size();
    }
}
