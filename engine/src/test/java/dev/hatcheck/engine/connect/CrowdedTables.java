package dev.hatcheck.engine.connect;

import dev.hatcheck.policies.AccessRule;
import dev.hatcheck.policies.ConnectionBehavior;
import dev.hatcheck.policies.Entry;
import dev.hatcheck.policies.HostAccessTable;
import dev.hatcheck.policies.Origin;
import dev.hatcheck.policies.Score;
import dev.hatcheck.policies.Sender;
import dev.hatcheck.policies.SenderGroup;
import dev.hatcheck.policies.StandaloneEntry;
import dev.hatcheck.policies.WrittenParameter;
import dev.hatcheck.policies.WrittenPolicy;
import dev.hatcheck.policies.address.HostName;
import dev.hatcheck.policies.address.IpAddress;
import dev.hatcheck.policies.address.IpRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Draws tables whose entries lie over and beside each other, in groups and alone, some of them with CONTINUE. */
public final class CrowdedTables {
    private static final Origin NOWHERE = Origin.of("drawn", 0);
    private static final IpAddress V6 = IpAddress.read("2001:db8::").orElseThrow();

    private final Random random;
    private int entries;

    /** Tables by this chance. */
    public CrowdedTables(Random random) {
        this.random = random;
    }

    /** The next table. */
    public HostAccessTable draw() {
        var lines = new ArrayList<HostAccessTable.Line>();
        for (int i = random.nextInt(9); i > 0; i--) {
            lines.add(random.nextInt(3) == 0 ? new StandaloneEntry(entry(), rule()) : group("G" + i));
        }
        if (random.nextBoolean()) {
            var all = new Entry(new Sender.Everyone(), "ALL", Optional.empty(), NOWHERE);
            lines.add(new StandaloneEntry(all, rule(ConnectionBehavior.REJECT)));
        }
        return new HostAccessTable(lines);
    }

    private SenderGroup group(String name) {
        var members = new ArrayList<SenderGroup.Line>();
        for (int i = random.nextInt(12); i > 0; i--) {
            members.add(entry());
        }
        return new SenderGroup(name, members, rule(), NOWHERE);
    }

    private static AccessRule rule(ConnectionBehavior behavior) {
        return new AccessRule.Inline(new WrittenPolicy(behavior, List.of()), Optional.empty(), NOWHERE);
    }

    private AccessRule rule() {
        var tls = new WrittenParameter("tls", any(List.of("off", "on", "required")), true, NOWHERE);
        return new AccessRule.Inline(
                new WrittenPolicy(any(List.of(ConnectionBehavior.values())), List.of(tls)), Optional.empty(), NOWHERE);
    }

    private Entry entry() {
        Sender sender = sender();
        return new Entry(sender, sender.toString(), Optional.empty(), Origin.of("drawn", ++entries));
    }

    /** The next criterion, of any form but {@code ALL}. */
    public Sender sender() {
        return switch (random.nextInt(20)) {
            case 0 -> new Sender.NoReputation();
            case 1 -> new Sender.NoPtrRecord();
            case 2 -> new Sender.PtrLookupFails();
            case 3 -> new Sender.PtrDoesNotMatch();
            case 4 -> new Sender.Organization(random.nextInt(3));
            case 5 -> new Sender.Country(any(List.of("DE", "US")));
            case 6 -> new Sender.DnsList(new HostName(any(List.of("one.example", "two.example"))));
            case 7 -> scores();
            case 8, 9, 10 -> new Sender.Host(name());
            case 11, 12, 13 -> new Sender.PartialHost(name());
            default -> new Sender.Address(range());
        };
    }

    private Sender scores() {
        int low = random.nextInt(-100, 101);
        return new Sender.ReputationRange(new Score(low), new Score(random.nextInt(low, 101)));
    }

    /**
     * A few labels, so that names are below each other, beside each other, and one end of another by its letters alone.
     */
    private HostName name() {
        var name = new StringBuilder(any(List.of("example", "b.example", "a")));
        for (int i = random.nextInt(3); i > 0; i--) {
            name.insert(0, any(List.of("a.", "b.", "ab.", "b")));
        }
        return new HostName(name.toString());
    }

    /** All addresses, the first, the last, blocks and ranges, most of them in the same small networks. */
    private IpRange range() {
        boolean isV4 = random.nextBoolean();
        IpAddress within = isV4 ? v4() : v6();
        int bits = isV4 ? 32 : 128;
        return switch (random.nextInt(6)) {
            case 0 -> IpRange.block(within, any(List.of(0, 1, 8, 15, 16, 17)));
            case 1, 2 -> IpRange.block(within, bits - random.nextInt(12));
            case 3 -> IpRange.of(within);
            default -> between(within, isV4 ? v4() : v6());
        };
    }

    private static IpRange between(IpAddress one, IpAddress other) {
        return one.compareTo(other) < 0 ? new IpRange(one, other) : new IpRange(other, one);
    }

    private IpAddress v4() {
        int bits = random.nextInt(64) << any(List.of(0, 0, 4, 10, 26));
        return IpAddress.ofV4(any(List.of(0x0a000000, 0, -64, 0x7fffffe0)) + bits);
    }

    private IpAddress v6() {
        long bits = random.nextLong(64) << any(List.of(0, 0, 10, 58));
        return any(List.of(
                new IpAddress(V6.high(), bits),
                new IpAddress(V6.high() + random.nextInt(2), -bits),
                new IpAddress(-1, -1 - random.nextInt(3)),
                new IpAddress(0, bits)));
    }

    private <T> T any(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
