package dev.hatcheck.engine.insight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hatcheck.engine.Country;
import dev.hatcheck.engine.Engine;
import dev.hatcheck.engine.Peer;
import dev.hatcheck.engine.Reputation;
import dev.hatcheck.engine.connect.CrowdedTables;
import dev.hatcheck.policies.ListenerSettings;
import dev.hatcheck.policies.ListenerType;
import dev.hatcheck.policies.RecipientAccessTable;
import dev.hatcheck.policies.Sender;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who decides about somebody is told as a plain loop over entries and clients finds it. */
class ReachTest {
    @Test
    void anyQuestionAboutAnyTableIsAnsweredAsTheOracleAnswersIt() {
        for (long seed = 0; seed < 3_000; seed++) {
            var random = new Random(seed);
            boolean asksForReputation = random.nextInt(5) > 0;
            ListenerType type = random.nextInt(3) > 0 ? ListenerType.PUBLIC : ListenerType.PRIVATE;
            var tables = new CrowdedTables(random);
            Engine engine = Engine.of(
                    ListenerSettings.of(type).with("use_senderbase", asksForReputation ? "on" : "off"),
                    tables.draw(),
                    new RecipientAccessTable(List.of()));
            Asked question = Asked.random(tables, random);
            var naive = new Naive(engine.index(), asksForReputation);
            Partition partition = Partition.of(Space.of(engine.index(), question.senders()), engine);

            Reach reach = Reach.of(partition, question.meant());

            Set<Integer> expected = naive.deciders(question);
            assertThat(reach.ranks().boxed().collect(Collectors.toSet()))
                    .as("seed %d: %s", seed, question)
                    .isEqualTo(expected);
            assertThat(reach.isOfNobody()).isEqualTo(expected.isEmpty());
            reach.ranks().forEach(rank -> checkWitness(reach.witness(rank), rank, naive, question, asksForReputation));
        }
    }

    private static void checkWitness(Peer witness, int rank, Naive naive, Asked question, boolean asksForReputation) {
        assertThat(naive.decider(witness)).as("%s", witness).isEqualTo(rank);
        assertThat(question.means(witness)).as("%s in %s", witness, question).isTrue();
        assertThat(isPossible(witness, asksForReputation)).as("%s", witness).isTrue();
    }

    private static boolean isPossible(Peer peer, boolean asksForReputation) {
        if (!asksForReputation) {
            return peer.reputation() instanceof Reputation.NotEnabled
                    && peer.country() instanceof Country.NotEnabled
                    && peer.organization().isEmpty();
        }
        return AllClients.isPrivate(peer.address())
                ? peer.reputation() instanceof Reputation.Rfc1918
                        && peer.country() instanceof Country.NotApplicable
                        && peer.organization().isEmpty()
                : !(peer.reputation() instanceof Reputation.Rfc1918
                        || peer.reputation() instanceof Reputation.NotEnabled);
    }

    /** The oracle's own step from facts to clients: clients of any facts, one after the other. */
    @Test
    void clientsOfAnyFactsAreDecidedByWhatIsReached() {
        for (long seed = 0; seed < 300; seed++) {
            var random = new Random(seed);
            var tables = new CrowdedTables(random);
            Engine engine = Engine.of(
                    ListenerSettings.of(ListenerType.PUBLIC), tables.draw(), new RecipientAccessTable(List.of()));
            Asked question = Asked.random(tables, random);
            var naive = new Naive(engine.index(), true);
            Reach reach =
                    Reach.of(Partition.of(Space.of(engine.index(), question.senders()), engine), question.meant());
            List<Sender> senders = new ArrayList<>(question.senders());
            IntStream.range(0, engine.index().size())
                    .forEach(rank ->
                            senders.add(engine.index().admission(rank).entry().sender()));

            for (boolean isPrivate : List.of(true, false)) {
                List<List<Peer>> facts =
                        AllClients.around(senders, isPrivate, true).facts();
                Stream.generate(() -> AllClients.drawn(facts, random))
                        .limit(300)
                        .filter(question::means)
                        .forEach(peer -> assertThat(reach.isReached(naive.decider(peer)))
                                .as("%s in %s", peer, question)
                                .isTrue());
            }
        }
    }

    @Test
    void questionsDoCutTablesInManyWays() {
        var random = new Random(1);
        List<Integer> sizes = Stream.generate(() -> Asked.random(new CrowdedTables(random), random)
                        .senders()
                        .size())
                .limit(200)
                .toList();
        assertThat(sizes).contains(0, 1, 2, 3, 4);
    }
}
