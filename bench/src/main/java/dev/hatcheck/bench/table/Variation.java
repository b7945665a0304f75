package dev.hatcheck.bench.table;

import dev.hatcheck.policies.AccessRule;
import dev.hatcheck.policies.ConnectionBehavior;
import dev.hatcheck.policies.HostAccessTable;
import dev.hatcheck.policies.SenderGroup;
import dev.hatcheck.policies.WrittenPolicy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** What became of a table that another is compared with. */
public enum Variation {
    /** The members of each group stand in another order, and groups have other names. */
    REWRITTEN,
    /** Of ten groups the policy is another, ten have lost a member, and two stand in each other's place. */
    CHANGED,
    /** It is another table. */
    UNRELATED;

    HostAccessTable of(HostAccessTable table, Senders.Kind kind, int entries, int groupSize) {
        return switch (this) {
            case REWRITTEN -> rewritten(table);
            case CHANGED -> changed(table);
            case UNRELATED -> BigTable.of(new Senders(2), kind, entries, groupSize);
        };
    }

    private static HostAccessTable rewritten(HostAccessTable table) {
        var random = new Random(3);
        List<HostAccessTable.Line> lines = new ArrayList<>();
        for (HostAccessTable.Line line : table.lines()) {
            var group = (SenderGroup) line;
            var members = new ArrayList<SenderGroup.Line>(group.members());
            Collections.shuffle(members, random);
            lines.add(new SenderGroup("ANOTHER_" + lines.size(), members, group.rule(), group.origin()));
        }
        return new HostAccessTable(lines);
    }

    private static HostAccessTable changed(HostAccessTable table) {
        var random = new Random(4);
        List<HostAccessTable.Line> lines = new ArrayList<>(table.lines());
        for (int i = 0; i < 10; i++) {
            int relaying = random.nextInt(lines.size());
            lines.set(relaying, relaying((SenderGroup) lines.get(relaying)));
            int shortened = random.nextInt(lines.size());
            lines.set(shortened, shortened((SenderGroup) lines.get(shortened)));
        }
        int moved = random.nextInt(lines.size());
        Collections.swap(lines, moved, Math.max(0, moved - 10));
        return new HostAccessTable(lines);
    }

    private static SenderGroup relaying(SenderGroup group) {
        var policy = new WrittenPolicy(ConnectionBehavior.RELAY, List.of());
        var rule = new AccessRule.Inline(policy, Optional.empty(), group.origin());
        return new SenderGroup(group.name(), group.lines(), rule, group.origin());
    }

    private static SenderGroup shortened(SenderGroup group) {
        return new SenderGroup(
                group.name(), group.lines().subList(1, group.lines().size()), group.rule(), group.origin());
    }
}
