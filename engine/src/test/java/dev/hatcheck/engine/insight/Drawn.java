package dev.hatcheck.engine.insight;

import dev.hatcheck.engine.Engine;
import dev.hatcheck.engine.Peer;
import dev.hatcheck.engine.connect.Admission;
import dev.hatcheck.policies.ConnectionBehavior;
import dev.hatcheck.policies.HostAccessTable;
import dev.hatcheck.policies.ListenerSettings;
import dev.hatcheck.policies.ListenerType;
import dev.hatcheck.policies.Origin;
import dev.hatcheck.policies.RecipientAccessTable;
import dev.hatcheck.policies.Sender;
import dev.hatcheck.policies.address.HostName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Tables, the listener that applies them, what the oracle knows of them and what was found.
 *
 * @param asks whether the listener asks for reputations
 * @param connections how many the listener takes at a time
 * @param deciders the ranks of the entries that decide about somebody
 */
record Drawn(
        long seed,
        HostAccessTable hat,
        RecipientAccessTable rat,
        Engine engine,
        ListenerType type,
        boolean asks,
        String connections,
        Optional<List<KnownHost>> hosts,
        Naive naive,
        Set<Integer> deciders,
        List<Finding> findings) {

    static Drawn of(long seed) {
        var random = new Random(seed);
        ListenerType type = random.nextInt(3) > 0 ? ListenerType.PUBLIC : ListenerType.PRIVATE;
        boolean asks = random.nextInt(5) > 0;
        String connections = random.nextBoolean() ? "10" : "1000";
        var tables = new LintTables(random);
        HostAccessTable hat = tables.hat();
        RecipientAccessTable rat = tables.rat();
        Optional<List<KnownHost>> hosts = Optional.of(tables.hosts()).filter(drawn -> random.nextBoolean());
        var engine = Engine.of(
                ListenerSettings.of(type)
                        .with("use_senderbase", asks ? "on" : "off")
                        .with("max_concurrency", connections),
                hat,
                rat);
        var naive = new Naive(engine.index(), asks);
        return new Drawn(
                seed,
                hat,
                rat,
                engine,
                type,
                asks,
                connections,
                hosts,
                naive,
                naive.deciders(new Asked(List.of(), List.of())),
                Lint.of(hat, rat, engine, hosts).toList());
    }

    List<Finding> found(Code... codes) {
        return findings.stream()
                .filter(finding -> List.of(codes).contains(finding.code()))
                .toList();
    }

    Admission admission(int rank) {
        return engine.index().admission(rank);
    }

    Sender sender(int rank) {
        return admission(rank).entry().sender();
    }

    int rank(Origin origin) {
        return IntStream.range(0, engine.index().size())
                .filter(rank -> admission(rank).entry().origin().line() == origin.line())
                .findFirst()
                .orElseThrow();
    }

    String name(int rank) {
        return admission(rank).group().orElse("rank " + rank);
    }

    /** The ranks of the entries about a fact that a client meets, in order, but for those that hand over. */
    List<Integer> met(Peer client, int fact) {
        return IntStream.range(0, engine.index().size())
                .filter(rank -> admission(rank).behavior() != ConnectionBehavior.CONTINUE)
                .filter(rank -> Naive.fact(sender(rank)) == fact && Naive.meets(client, sender(rank)))
                .boxed()
                .toList();
    }

    /** Every value of each fact, of clients with private or with public addresses. */
    List<List<Peer>> facts(boolean isPrivate) {
        List<Sender> senders =
                IntStream.range(0, engine.index().size()).mapToObj(this::sender).toList();
        return AllClients.around(senders, isPrivate, asks).facts();
    }

    /**
     * The entries that leave nothing to a dead one: the owners of its own values, or those of all values of another
     * fact.
     */
    List<Integer> shadow(int dead) {
        var shadow = new TreeSet<Integer>();
        List<List<List<Peer>>> free = new ArrayList<>();
        for (boolean isPrivate : new boolean[] {false, true}) {
            List<List<Peer>> facts = facts(isPrivate);
            int own = Naive.fact(sender(dead));
            Set<Integer> owners = own < 0 ? Set.of(dead) : owners(facts, own, dead);
            if (owners.stream().allMatch(owner -> owner < dead)) {
                shadow.addAll(owners);
            } else {
                free.add(facts);
            }
        }
        for (List<List<Peer>> facts : free) {
            int other = forestalling(free, dead)
                    .or(() -> forestalling(List.of(facts), dead))
                    .orElseThrow();
            shadow.addAll(owners(facts, other));
        }
        return List.copyOf(shadow);
    }

    private Optional<Integer> forestalling(List<List<List<Peer>>> all, int dead) {
        return IntStream.range(0, 6)
                .boxed()
                .filter(fact -> all.stream()
                        .allMatch(facts -> owners(facts, fact).stream().allMatch(it -> it < dead)))
                .findFirst();
    }

    /** Of names below one an entry about a shorter one takes all, whatever single names stand before that. */
    private Set<Integer> owners(List<List<Peer>> facts, int fact, int dead) {
        var owners = new TreeSet<Integer>();
        Sender sender = sender(dead) instanceof Sender.PartialHost(var suffix)
                ? new Sender.Host(new HostName("zz." + suffix.text()))
                : sender(dead);
        facts.get(fact).stream()
                .filter(value -> Naive.meets(value, sender))
                .forEach(value -> owners.add(naive.firstMatch(value, fact)));
        return owners;
    }

    private Set<Integer> owners(List<List<Peer>> facts, int fact) {
        var owners = new TreeSet<Integer>();
        facts.get(fact).forEach(value -> owners.add(naive.firstMatch(value, fact)));
        return owners;
    }
}
