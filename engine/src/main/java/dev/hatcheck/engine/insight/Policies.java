package dev.hatcheck.engine.insight;

import dev.hatcheck.policies.AccessRule;
import dev.hatcheck.policies.Comment;
import dev.hatcheck.policies.HostAccessTable;
import dev.hatcheck.policies.Limit;
import dev.hatcheck.policies.ListenerParameters;
import dev.hatcheck.policies.ListenerSettings;
import dev.hatcheck.policies.MailFlowPolicy;
import dev.hatcheck.policies.Origin;
import dev.hatcheck.policies.Parameter;
import dev.hatcheck.policies.PolicyDefinition;
import dev.hatcheck.policies.PolicyParameters;
import dev.hatcheck.policies.SenderGroup;
import dev.hatcheck.policies.Setting;
import dev.hatcheck.policies.StandaloneEntry;
import dev.hatcheck.policies.WrittenParameter;
import dev.hatcheck.policies.WrittenPolicy;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Groups and policies of a table, each by itself and beside the others. */
final class Policies {
    private final ListenerSettings settings;
    private final List<Named> policies = new ArrayList<>();
    private final Set<String> used = new HashSet<>();

    /** A policy with what findings call it. */
    private record Named(String name, WrittenPolicy written, Origin origin, MailFlowPolicy inForce, boolean isDefined) {
        /** Whether the table has it; else it is one that every listener comes with, and nobody's to mend. */
        boolean isOfTable() {
            return origin.line() > 0;
        }

        String placed() {
            return name + (isOfTable() ? " (line " + origin.line() + ")" : " (the one that every listener comes with)");
        }
    }

    private Policies(HostAccessTable hat, ListenerSettings settings) {
        this.settings = settings;
        for (HostAccessTable.Line line : hat.lines()) {
            switch (line) {
                case PolicyDefinition definition ->
                    policies.add(new Named(
                            "$" + definition.name(),
                            definition.policy(),
                            definition.origin(),
                            MailFlowPolicy.named(definition.name(), definition.policy(), settings),
                            true));
                case SenderGroup group -> add("the policy of " + group.name(), group.rule());
                case StandaloneEntry alone ->
                    add("the policy of " + alone.entry().written(), alone.rule());
                case Comment comment -> {}
            }
        }
    }

    private void add(String name, AccessRule rule) {
        switch (rule) {
            case AccessRule.Named named -> used.add(named.policy());
            case AccessRule.Inline(var written, var note, var origin) ->
                policies.add(new Named(name, written, origin, MailFlowPolicy.inline(written, settings), false));
        }
    }

    static Stream<Finding> in(HostAccessTable hat, ListenerSettings settings) {
        var policies = new Policies(hat, settings);
        List<Named> ofTable =
                policies.policies.stream().filter(Named::isOfTable).toList();
        return Stream.of(
                        emptyGroups(hat),
                        ofTable.stream().flatMap(policies::contradictions),
                        ofTable.stream().flatMap(policies::notEnforced),
                        ofTable.stream().flatMap(policies::unused),
                        policies.equal())
                .flatMap(found -> found);
    }

    private static Stream<Finding> emptyGroups(HostAccessTable hat) {
        return hat.lines().stream()
                .flatMap(line -> line instanceof SenderGroup group ? Stream.of(group) : Stream.empty())
                .filter(group -> group.members().isEmpty())
                .map(group -> Finding.of(
                        Code.EMPTY_GROUP,
                        Severity.NOTE,
                        group.origin(),
                        group.name() + " has no senders, so it means nobody",
                        "add the senders that it is for, or leave it as a place for them"));
    }

    private Stream<Finding> unused(Named policy) {
        String name = policy.name().substring(1);
        return !policy.isDefined() || used.contains(name) || PolicyDefinition.PREDEFINED.contains(name)
                ? Stream.empty()
                : Stream.of(Finding.of(
                        Code.UNUSED_POLICY,
                        Severity.NOTE,
                        policy.origin(),
                        policy.name() + " is used by no group and no entry",
                        "leave it out, or use it"));
    }

    private Stream<Finding> equal() {
        Map<String, List<Named>> alike = policies.stream()
                .filter(Named::isDefined)
                .collect(Collectors.groupingBy(Policies::meaning, LinkedHashMap::new, Collectors.toList()));
        return alike.values().stream().filter(Policies::isToBeTold).map(same -> {
            Named last = same.getLast();
            List<Named> others = same.subList(0, same.size() - 1);
            return Finding.of(
                            Code.EQUAL_POLICIES,
                            Severity.NOTE,
                            last.origin(),
                            last.name() + " does the same as "
                                    + Words.joined(
                                            others.stream().map(Named::placed).toList()),
                            "let one of them do, unless they are to differ one day")
                    .with(others.stream()
                            .filter(Named::isOfTable)
                            .map(Named::origin)
                            .toList());
        });
    }

    /** The ones that every listener comes with stand before those of the table. */
    private static boolean isToBeTold(List<Named> same) {
        return same.size() > 1 && same.getLast().isOfTable();
    }

    /** All that a policy does, in one text. */
    private static String meaning(Named policy) {
        String known = PolicyParameters.all().stream()
                .map(parameter -> text(parameter, policy.inForce()))
                .collect(Collectors.joining("\n"));
        String unknown = policy.written().parameters().stream()
                .filter(line -> PolicyParameters.of(line.keyword()).isEmpty())
                .map(line -> line.keyword() + "=" + line.text())
                .sorted()
                .collect(Collectors.joining("\n"));
        return policy.inForce().behavior() + "\n" + known + "\n" + unknown;
    }

    private static <T> String text(Parameter<T> parameter, MailFlowPolicy policy) {
        return parameter + "=" + parameter.form().write(policy.value(parameter));
    }

    private Stream<Finding> notEnforced(Named policy) {
        List<String> kept = policy.written().parameters().stream()
                .map(WrittenParameter::keyword)
                .filter(keyword -> PolicyParameters.of(keyword)
                        .filter(parameter -> !parameter.isEnforced())
                        .isPresent())
                .distinct()
                .toList();
        return kept.isEmpty()
                ? Stream.empty()
                : Stream.of(Finding.of(
                        Code.NOT_ENFORCED,
                        Severity.NOTE,
                        policy.origin(),
                        policy.name() + " has parameters that are kept here and do nothing: " + Words.joined(kept),
                        "nothing, if the appliance is to have them; do not expect them of tests"));
    }

    private Stream<Finding> contradictions(Named policy) {
        if (!policy.inForce().behavior().isAccepting()) {
            return Stream.empty();
        }
        var ofListener = new Setting<>(settings.value(ListenerParameters.MAX_CONCURRENCY), Setting.From.LISTENER);
        return Stream.concat(
                atMost(
                        policy,
                        PolicyParameters.MAX_RCPTS_PER_MSG,
                        PolicyParameters.MAX_RCPTS_PER_HOUR.toString(),
                        policy.inForce().setting(PolicyParameters.MAX_RCPTS_PER_HOUR)),
                atMost(
                        policy,
                        PolicyParameters.MAX_CONCURRENCY,
                        ListenerParameters.MAX_CONCURRENCY + " of the listener",
                        ofListener));
    }

    /** What is allowed, although another limit ends before; where a policy writes neither, the listener is to mend. */
    private static Stream<Finding> atMost(
            Named policy, Parameter<Limit> wide, String narrow, Setting<Limit> narrowest) {
        Setting<Limit> allowed = policy.inForce().setting(wide);
        boolean isWritten = allowed.from() == Setting.From.POLICY;
        return (isWritten || narrowest.from() == Setting.From.POLICY)
                        && allowed.value() instanceof Limit.AtMost(var most)
                        && narrowest.value() instanceof Limit.AtMost(var least)
                        && least < most
                ? Stream.of(Finding.of(
                        Code.LIMITS_CONTRADICT,
                        Severity.NOTE,
                        policy.origin(),
                        policy.name() + " allows " + wide + " = " + most
                                + (isWritten ? "" : ", the default as it writes none") + ", but " + narrow + " = "
                                + least + " ends before that",
                        isWritten ? "let the first be at most the second" : "write a " + wide + " of at most " + least))
                : Stream.empty();
    }
}
