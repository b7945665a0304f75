package dev.hatcheck.engine.insight;

import dev.hatcheck.engine.connect.CrowdedTables;
import dev.hatcheck.policies.AccessRule;
import dev.hatcheck.policies.ConnectionBehavior;
import dev.hatcheck.policies.Entry;
import dev.hatcheck.policies.HostAccessTable;
import dev.hatcheck.policies.Origin;
import dev.hatcheck.policies.PolicyDefinition;
import dev.hatcheck.policies.Sender;
import dev.hatcheck.policies.SenderGroup;
import dev.hatcheck.policies.StandaloneEntry;
import dev.hatcheck.policies.WrittenPolicy;
import dev.hatcheck.policies.address.IpAddress;
import dev.hatcheck.policies.address.IpRange;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/** Draws tables that were made from others. */
final class TablePairs {
    private static final Origin NOWHERE = Origin.of("changed", 0);

    private final Random random;
    private final CrowdedTables tables;

    TablePairs(Random random) {
        this.random = random;
        this.tables = new CrowdedTables(random);
    }

    HostAccessTable draw() {
        return tables.draw();
    }

    /** A table with lines that were moved, taken away, added or changed. */
    HostAccessTable changed(HostAccessTable table) {
        var lines = new ArrayList<>(table.lines().stream()
                .filter(line -> !(line instanceof StandaloneEntry alone && alone.isAll()))
                .toList());
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            List<HostAccessTable.Line> others = tables.draw().lines().stream()
                    .filter(line -> !(line instanceof StandaloneEntry alone && alone.isAll()))
                    .toList();
            int at = random.nextInt(lines.size() + 1);
            switch (random.nextInt(4)) {
                case 0 -> lines.addAll(at, others.stream().limit(1).toList());
                case 1 ->
                    lines.subList(Math.min(at, Math.max(0, lines.size() - 1)), lines.size()).stream()
                            .findFirst()
                            .ifPresent(lines::remove);
                case 2 -> Collections.rotate(lines.subList(at, lines.size()), 1);
                default -> lines.replaceAll(line -> random.nextInt(3) == 0 ? changed(line) : line);
            }
        }
        table.all().ifPresent(lines::add);
        return new HostAccessTable(lines);
    }

    private HostAccessTable.Line changed(HostAccessTable.Line line) {
        if (!(line instanceof SenderGroup group) || group.members().isEmpty()) {
            return line;
        }
        var members = new ArrayList<SenderGroup.Line>(group.members());
        if (random.nextBoolean()) {
            members.remove(random.nextInt(members.size()));
        } else {
            Sender sender = tables.sender();
            members.add(entry(sender));
        }
        return new SenderGroup(group.name(), members, group.rule(), group.origin());
    }

    /** A table of the same meaning: members in any order, blocks in halves, policies and groups with other names. */
    HostAccessTable rewritten(HostAccessTable table) {
        var lines = new ArrayList<HostAccessTable.Line>();
        var definitions = new ArrayList<HostAccessTable.Line>();
        for (HostAccessTable.Line line : table.lines()) {
            switch (line) {
                case SenderGroup group -> {
                    var members = new ArrayList<SenderGroup.Line>(
                            group.members().stream().flatMap(this::written).toList());
                    Collections.shuffle(members, random);
                    String name = "P" + definitions.size();
                    definitions.add(new PolicyDefinition(name, policy(group.rule()), Optional.empty(), NOWHERE));
                    lines.add(new SenderGroup(
                            "H" + lines.size(),
                            members,
                            new AccessRule.Named(name, Optional.empty(), NOWHERE),
                            NOWHERE));
                }
                case StandaloneEntry alone when alone.isAll() -> lines.add(alone);
                case StandaloneEntry alone ->
                    written(alone.entry())
                            .map(entry -> new StandaloneEntry(entry, alone.rule()))
                            .forEach(lines::add);
                default -> throw new IllegalStateException("not drawn");
            }
            if (random.nextInt(3) == 0 && !isAll(line)) {
                lines.add(new StandaloneEntry(
                        entry(tables.sender()),
                        new AccessRule.Inline(
                                new WrittenPolicy(ConnectionBehavior.CONTINUE, List.of()), Optional.empty(), NOWHERE)));
            }
        }
        definitions.addAll(lines);
        return new HostAccessTable(definitions);
    }

    private static boolean isAll(HostAccessTable.Line line) {
        return line instanceof StandaloneEntry alone && alone.isAll();
    }

    private static WrittenPolicy policy(AccessRule rule) {
        return switch (rule) {
            case AccessRule.Inline(var policy, var note, var origin) -> policy;
            case AccessRule.Named named -> throw new IllegalStateException("not drawn");
        };
    }

    private Stream<Entry> written(Entry entry) {
        if (!(entry.sender() instanceof Sender.Address(var range))
                || range.first().equals(range.last())
                || random.nextBoolean()) {
            return Stream.of(entry);
        }
        IpAddress middle = range.last();
        var upper = IpRange.block(middle, random.nextInt(range.first().isV4() ? 33 : 129));
        if (upper.first().compareTo(range.first()) <= 0) {
            return Stream.of(entry, entry);
        }
        return Stream.of(
                entry(new Sender.Address(new IpRange(upper.first(), range.last()))),
                entry(new Sender.Address(
                        new IpRange(range.first(), upper.first().previous()))));
    }

    private static Entry entry(Sender sender) {
        return new Entry(sender, sender.toString(), Optional.empty(), NOWHERE);
    }
}
