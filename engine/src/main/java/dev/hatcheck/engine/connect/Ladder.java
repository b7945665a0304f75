package dev.hatcheck.engine.connect;

import dev.hatcheck.policies.AccessRule;
import dev.hatcheck.policies.Comment;
import dev.hatcheck.policies.ConnectionBehavior;
import dev.hatcheck.policies.Entry;
import dev.hatcheck.policies.Esa;
import dev.hatcheck.policies.HostAccessTable;
import dev.hatcheck.policies.ListenerSettings;
import dev.hatcheck.policies.ListenerType;
import dev.hatcheck.policies.MailFlowPolicy;
import dev.hatcheck.policies.Origin;
import dev.hatcheck.policies.PolicyDefinition;
import dev.hatcheck.policies.Sender;
import dev.hatcheck.policies.SenderGroup;
import dev.hatcheck.policies.StandaloneEntry;
import dev.hatcheck.policies.WrittenPolicy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lays out a table in the order in which its entries are asked, each with the admission that it grants. */
final class Ladder {
    private final ListenerSettings settings;
    private final Map<String, MailFlowPolicy> named = new HashMap<>();
    private final Map<WrittenPolicy, MailFlowPolicy> inline = new HashMap<>();
    private final List<Admission> rungs = new ArrayList<>();

    private Ladder(ListenerSettings settings) {
        this.settings = settings;
    }

    static List<Admission> of(HostAccessTable hat, ListenerSettings settings) {
        var ladder = new Ladder(settings);
        for (HostAccessTable.Line line : hat.lines()) {
            ladder.define(line);
        }
        for (HostAccessTable.Line line : hat.lines()) {
            ladder.add(line);
        }
        if (hat.all().isEmpty()) {
            ladder.rungs.add(ladder.defaultAll());
        }
        return List.copyOf(ladder.rungs);
    }

    private void define(HostAccessTable.Line line) {
        if (line instanceof PolicyDefinition definition) {
            named.put(definition.name(), MailFlowPolicy.named(definition.name(), definition.policy(), settings));
        }
    }

    private void add(HostAccessTable.Line line) {
        switch (line) {
            case SenderGroup group -> addGroup(group);
            case StandaloneEntry alone ->
                rungs.add(new Admission(Optional.empty(), alone.entry(), inForce(alone.rule())));
            case PolicyDefinition definition -> {} // is asked by its name
            case Comment comment -> {}
        }
    }

    private void addGroup(SenderGroup group) {
        Optional<String> name = Optional.of(group.name());
        MailFlowPolicy policy = inForce(group.rule());
        var conditions = new ArrayList<Admission>();
        for (Entry entry : group.members()) {
            (entry.sender() instanceof Sender.Condition ? conditions : rungs).add(new Admission(name, entry, policy));
        }
        rungs.addAll(conditions);
    }

    private MailFlowPolicy inForce(AccessRule rule) {
        return switch (rule) {
            case AccessRule.Named(var policy, var note, var origin) -> named.get(policy);
            case AccessRule.Inline(var policy, var note, var origin) ->
                inline.computeIfAbsent(policy, written -> MailFlowPolicy.inline(written, settings));
        };
    }

    /** A table without {@code ALL} ends as its type of listener does: a public one accepts, a private one rejects. */
    @Esa("CFG75-40")
    private Admission defaultAll() {
        var behavior = settings.type() == ListenerType.PUBLIC ? ConnectionBehavior.ACCEPT : ConnectionBehavior.REJECT;
        var all = new Entry(new Sender.Everyone(), "ALL", Optional.empty(), Origin.of("listener default", 0));
        return new Admission(
                Optional.empty(), all, MailFlowPolicy.inline(new WrittenPolicy(behavior, List.of()), settings));
    }
}
