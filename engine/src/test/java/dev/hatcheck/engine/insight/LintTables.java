package dev.hatcheck.engine.insight;

import dev.hatcheck.engine.ReverseDns;
import dev.hatcheck.engine.connect.CrowdedTables;
import dev.hatcheck.policies.AccessRule;
import dev.hatcheck.policies.ConnectionBehavior;
import dev.hatcheck.policies.Entry;
import dev.hatcheck.policies.HostAccessTable;
import dev.hatcheck.policies.Origin;
import dev.hatcheck.policies.PolicyDefinition;
import dev.hatcheck.policies.Recipient;
import dev.hatcheck.policies.RecipientAccessTable;
import dev.hatcheck.policies.RecipientEntry;
import dev.hatcheck.policies.Sender;
import dev.hatcheck.policies.SenderGroup;
import dev.hatcheck.policies.StandaloneEntry;
import dev.hatcheck.policies.WrittenParameter;
import dev.hatcheck.policies.WrittenPolicy;
import dev.hatcheck.policies.address.HostName;
import dev.hatcheck.policies.address.IpAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/** Draws tables in which much can be found: each thing that stands on a line has a line of its own. */
final class LintTables {
    private static final List<String> GROUPS =
            List.of("PARTNERS", "MY-PARTNERS", "under_score", "G2", "A.B", "Größe", "TWO WORDS", "_");
    private static final List<String> POLICIES = List.of("ACCEPTED", "TRUSTED", "MINE", "YOURS", "THROTTLED2");
    private static final Map<String, List<String>> VALUES = Map.of(
            "tls", List.of("off", "on", "required"),
            "max_rcpts_per_msg", List.of("1", "5", "50", "51", "1000"),
            "max_rcpts_per_hour", List.of("-1", "5", "50"),
            "max_concurrency", List.of("1", "10", "20", "50"),
            "spam_check", List.of("on", "off"),
            "virus_check", List.of("on", "off"),
            "unheard_of", List.of("this", "that"));

    private final Random random;
    private final CrowdedTables senders;
    private final List<String> defined = new ArrayList<>();
    private int line;

    LintTables(Random random) {
        this.random = random;
        this.senders = new CrowdedTables(random);
    }

    HostAccessTable hat() {
        var lines = new ArrayList<HostAccessTable.Line>();
        if (random.nextInt(3) == 0) {
            defined.add("BLOCKED");
            var comesWithEveryListener = Origin.of("listener default", 0);
            lines.add(new PolicyDefinition("BLOCKED", policy(behavior()), Optional.empty(), comesWithEveryListener));
        }
        POLICIES.stream().filter(name -> random.nextInt(3) == 0).forEach(name -> {
            defined.add(name);
            lines.add(new PolicyDefinition(name, policy(behavior()), Optional.empty(), next()));
        });
        for (String name : GROUPS) {
            if (random.nextInt(3) == 0) {
                lines.add(group(name));
            }
            if (random.nextInt(5) == 0) {
                lines.add(new StandaloneEntry(entry(senders.sender()), rule()));
            }
        }
        if (random.nextInt(4) > 0) {
            Entry all = entry(new Sender.Everyone());
            ConnectionBehavior behavior = any(List.of(ConnectionBehavior.ACCEPT, ConnectionBehavior.RELAY));
            lines.add(new StandaloneEntry(all, inline(random.nextBoolean() ? ConnectionBehavior.REJECT : behavior)));
        }
        return new HostAccessTable(lines);
    }

    private SenderGroup group(String name) {
        Origin head = next();
        var members = IntStream.range(0, random.nextInt(9))
                .<SenderGroup.Line>mapToObj(i -> entry(senders.sender()))
                .toList();
        return new SenderGroup(name, members, rule(), head);
    }

    private Entry entry(Sender sender) {
        return new Entry(sender, sender.toString(), Optional.empty(), next());
    }

    private AccessRule rule() {
        return defined.isEmpty() || random.nextBoolean()
                ? inline(behavior())
                : new AccessRule.Named(any(defined), Optional.empty(), next());
    }

    private AccessRule inline(ConnectionBehavior behavior) {
        return new AccessRule.Inline(policy(behavior), Optional.empty(), next());
    }

    private WrittenPolicy policy(ConnectionBehavior behavior) {
        return new WrittenPolicy(
                behavior,
                VALUES.keySet().stream()
                        .sorted()
                        .filter(keyword -> random.nextInt(4) == 0)
                        .<WrittenPolicy.Line>map(
                                keyword -> new WrittenParameter(keyword, any(VALUES.get(keyword)), true, next()))
                        .toList());
    }

    private ConnectionBehavior behavior() {
        return any(List.of(ConnectionBehavior.values()));
    }

    RecipientAccessTable rat() {
        var lines = new ArrayList<RecipientAccessTable.Line>();
        for (int i = random.nextInt(6); i > 0; i--) {
            lines.add(recipient(recipient()));
        }
        if (random.nextInt(3) > 0) {
            lines.add(recipient(new Recipient.Everyone()));
        }
        return new RecipientAccessTable(lines);
    }

    private Recipient recipient() {
        String user = any(List.of("a", "b"));
        String domain = any(List.of("example", "d.example", "a.d.example", "ad.example"));
        return any(List.of(
                new Recipient.Mailbox(user, domain),
                new Recipient.Domain(domain),
                new Recipient.PartialDomain(domain),
                new Recipient.User(user)));
    }

    private RecipientEntry recipient(Recipient recipient) {
        var parameters = List.of("smtp_response_code", "bypass_ldap_accept", "bypass_everything").stream()
                .filter(keyword -> random.nextInt(3) == 0)
                .map(keyword -> new WrittenParameter(keyword, "550", false, next()))
                .toList();
        return new RecipientEntry(recipient, recipient.toString(), random.nextBoolean(), parameters, next());
    }

    /** Names around those of entries, at any address, half of them verified. */
    List<KnownHost> hosts() {
        return IntStream.range(0, random.nextInt(6))
                .mapToObj(i -> {
                    HostName name = name();
                    return new KnownHost(
                            name, address(), random.nextBoolean() ? new ReverseDns.Verified(name) : other());
                })
                .toList();
    }

    private ReverseDns other() {
        return any(List.of(
                new ReverseDns.NoRecord(),
                new ReverseDns.Mismatch(name()),
                new ReverseDns.TemporaryFailure(Optional.empty()),
                new ReverseDns.Verified(name())));
    }

    private HostName name() {
        String below = any(List.of("", "", "a.", "b.", "ab.", "x."));
        while (true) {
            switch (senders.sender()) {
                case Sender.Host(var name) -> {
                    return new HostName(below + name.text());
                }
                case Sender.PartialHost(var suffix) -> {
                    return new HostName(below + suffix.text());
                }
                default -> {} // no name: the next one may be
            }
        }
    }

    private IpAddress address() {
        return IpAddress.ofV4(any(List.of(0x0a000001, 0xc0000201, 0x7fffffe5)) + random.nextInt(9));
    }

    private Origin next() {
        return Origin.of("drawn", ++line);
    }

    private <T> T any(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
