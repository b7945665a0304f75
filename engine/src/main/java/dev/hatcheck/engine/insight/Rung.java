package dev.hatcheck.engine.insight;

import dev.hatcheck.engine.Engine;
import dev.hatcheck.engine.connect.HatIndex;
import dev.hatcheck.policies.AccessRule;
import dev.hatcheck.policies.Comment;
import dev.hatcheck.policies.HostAccessTable;
import dev.hatcheck.policies.ListenerSettings;
import dev.hatcheck.policies.MailFlowPolicy;
import dev.hatcheck.policies.Origin;
import dev.hatcheck.policies.PolicyDefinition;
import dev.hatcheck.policies.SenderGroup;
import dev.hatcheck.policies.StandaloneEntry;
import dev.hatcheck.policies.WrittenPolicy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A place in the order in which a table is asked: a sender group, or an entry outside of any.
 *
 * @param order its place, from 1
 * @param group the group's name; absent for an entry outside of any
 * @param origin where it begins
 * @param lastLine where it ends, in the same file
 * @param policy what is in force for whoever comes to it
 * @param firstRank the rank of its first entry
 * @param size how many entries it has; none is possible of a group alone
 */
public record Rung(
        int order,
        Optional<String> group,
        Origin origin,
        int lastLine,
        MailFlowPolicy policy,
        int firstRank,
        int size) {

    /** Whether an entry of a rank is one of its entries. */
    public boolean has(int rank) {
        return firstRank <= rank && rank < firstRank + size;
    }

    /**
     * The rungs of a table as a listener asks it, the first at the top; the last is {@code ALL}, be it written or not.
     */
    public static List<Rung> of(HostAccessTable hat, Engine engine) {
        var climb = new Climb(engine);
        hat.lines().forEach(climb::define);
        hat.lines().forEach(climb::add);
        climb.end();
        return List.copyOf(climb.rungs);
    }

    private static final class Climb {
        private final HatIndex index;
        private final ListenerSettings settings;
        private final Map<String, WrittenPolicy> policies = new HashMap<>();
        private final List<Rung> rungs = new ArrayList<>();
        private int rank;

        private Climb(Engine engine) {
            index = engine.index();
            settings = engine.settings();
        }

        private void define(HostAccessTable.Line line) {
            if (line instanceof PolicyDefinition definition) {
                policies.put(definition.name(), definition.policy());
            }
        }

        private void add(HostAccessTable.Line line) {
            switch (line) {
                case PolicyDefinition definition -> {}
                case SenderGroup group -> add(group);
                case StandaloneEntry alone -> addEntry(alone.rule().origin().line());
                case Comment comment -> {}
            }
        }

        private void add(SenderGroup group) {
            int size = group.members().size();
            add(
                    Optional.of(group.name()),
                    group.origin(),
                    group.rule().origin().line(),
                    size == 0 ? inForce(group.rule()) : index.admission(rank).policy(),
                    size);
        }

        /** No entry decides by the rule of a group without any, so it has to be asked itself. */
        private MailFlowPolicy inForce(AccessRule rule) {
            return switch (rule) {
                case AccessRule.Named(var name, var note, var origin) ->
                    MailFlowPolicy.named(name, policies.get(name), settings);
                case AccessRule.Inline(var policy, var note, var origin) -> MailFlowPolicy.inline(policy, settings);
            };
        }

        private void addEntry(int lastLine) {
            add(
                    Optional.empty(),
                    index.admission(rank).entry().origin(),
                    lastLine,
                    index.admission(rank).policy(),
                    1);
        }

        private void add(Optional<String> group, Origin origin, int lastLine, MailFlowPolicy policy, int size) {
            rungs.add(new Rung(rungs.size() + 1, group, origin, lastLine, policy, rank, size));
            rank += size;
        }

        /** Adds the {@code ALL} that nobody wrote. */
        private void end() {
            if (rank < index.size()) {
                addEntry(0);
            }
        }
    }
}
