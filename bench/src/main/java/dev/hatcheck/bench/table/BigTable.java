package dev.hatcheck.bench.table;

import dev.hatcheck.engine.Engine;
import dev.hatcheck.policies.AccessRule;
import dev.hatcheck.policies.ConnectionBehavior;
import dev.hatcheck.policies.Entry;
import dev.hatcheck.policies.HostAccessTable;
import dev.hatcheck.policies.ListenerSettings;
import dev.hatcheck.policies.ListenerType;
import dev.hatcheck.policies.Origin;
import dev.hatcheck.policies.RecipientAccessTable;
import dev.hatcheck.policies.SenderGroup;
import dev.hatcheck.policies.WrittenPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Host Access Tables of any size. */
final class BigTable {
    private static final Origin NOWHERE = Origin.of("drawn", 0);
    private static final List<ConnectionBehavior> BEHAVIORS =
            List.of(ConnectionBehavior.REJECT, ConnectionBehavior.ACCEPT, ConnectionBehavior.TCPREFUSE);

    private BigTable() {}

    /** A table of entries of a kind, in groups of a size. */
    static HostAccessTable of(Senders senders, Senders.Kind kind, int entries, int groupSize) {
        var groups = new ArrayList<HostAccessTable.Line>();
        for (int from = 0; from < entries; from += groupSize) {
            int size = Math.min(groupSize, entries - from);
            var members = new ArrayList<SenderGroup.Line>(size);
            for (int i = 0; i < size; i++) {
                members.add(senders.entry(kind));
            }
            groups.add(new SenderGroup("GROUP_" + from, members, rule(groups.size()), NOWHERE));
        }
        return new HostAccessTable(groups);
    }

    private static AccessRule rule(int group) {
        var policy = new WrittenPolicy(BEHAVIORS.get(group % BEHAVIORS.size()), List.of());
        return new AccessRule.Inline(policy, Optional.empty(), NOWHERE);
    }

    /** A public listener that applies a table. */
    static Engine commit(HostAccessTable table) {
        return Engine.of(ListenerSettings.of(ListenerType.PUBLIC), table, new RecipientAccessTable(List.of()));
    }

    /** The entries of all groups. */
    static List<Entry> entries(HostAccessTable table) {
        return table.lines().stream()
                .flatMap(line -> line instanceof SenderGroup group ? group.members().stream() : Stream.empty())
                .toList();
    }
}
