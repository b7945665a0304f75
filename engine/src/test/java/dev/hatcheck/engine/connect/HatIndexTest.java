package dev.hatcheck.engine.connect;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.hatcheck.engine.Peer;
import dev.hatcheck.engine.Tables;
import dev.hatcheck.policies.ConnectionBehavior;
import dev.hatcheck.policies.Sender;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The index and the loop are two algorithms with one meaning. */
class HatIndexTest {
    private static final int TABLES = 500;
    private static final int PEERS = 40;

    @Test
    void theIndexNamesTheEntryThatTheLoopFinds() {
        for (int seed = 0; seed < TABLES; seed++) {
            Admissions loop = loop(seed);
            HatIndex index = index(loop, seed);
            for (Peer peer : peers(loop, seed)) {
                assertThat(index.admit(peer))
                        .as("seed %d, %s in %s", seed, peer, loop.ladder())
                        .isSameAs(loop.admit(peer));
            }
        }
    }

    @Test
    void theIndexAsksTheListsThatTheLoopAsks() {
        for (int seed = 0; seed < TABLES; seed++) {
            Admissions loop = loop(seed);
            HatIndex index = index(loop, seed);
            for (Peer peer : peers(loop, seed)) {
                assertThat(index.openQuestions(peer))
                        .as("seed %d, %s in %s", seed, peer, loop.ladder())
                        .isEqualTo(loop.openQuestions(peer));
            }
        }
    }

    /** So the comparison above sees every form of sender decide, and would see it if the index forgot one. */
    @Test
    void anEntryOfAnyFormThatTheIndexLacksIsMissed() {
        Set<Class<?>> missed = new HashSet<>();
        for (int seed = 0; seed < 300; seed++) {
            Admissions loop = loop(seed);
            List<Peer> peers = peers(loop, seed);
            for (int rank = 0; rank < loop.ladder().size() - 1; rank++) {
                var lacking = new ArrayList<>(loop.ladder());
                Admission left = lacking.remove(rank);
                HatIndex index = index(new Admissions(lacking), seed);
                if (peers.stream().anyMatch(peer -> index.admit(peer) != loop.admit(peer))) {
                    assertThat(left.behavior()).isNotEqualTo(ConnectionBehavior.CONTINUE);
                    missed.add(left.entry().sender().getClass());
                }
            }
        }
        assertThat(missed)
                .containsExactlyInAnyOrderElementsOf(Stream.of(Sender.class, Sender.Condition.class)
                        .flatMap(kind -> Stream.of(kind.getPermittedSubclasses()))
                        .filter(form -> form.isRecord() && form != Sender.Everyone.class)
                        .toList());
    }

    @Test
    void aDecisionAllocatesNothing() {
        for (int seed = 0; seed < 50; seed++) {
            Admissions loop = loop(seed);
            HatIndex index = index(loop, seed);
            Peer[] peers = peers(loop, seed).toArray(Peer[]::new);
            Runnable decisions = () -> decide(index, peers);
            decisions.run(); // what Java sets up at the first call is no part of a decision

            assertThat(allocated(decisions)).as("seed %d", seed).isZero();
            assertThat(allocated(() -> loop.explain(peers[0]))).isPositive();
        }
    }

    /** Two of three indexes take few single addresses for many: any, or three. */
    private static HatIndex index(Admissions loop, int seed) {
        return switch (seed % 3) {
            case 0 -> HatIndex.of(loop);
            case 1 -> HatIndex.of(loop, 0);
            default -> HatIndex.of(loop, 3);
        };
    }

    private static void decide(HatIndex index, Peer[] peers) {
        for (int i = 0; i < peers.length; i++) {
            index.admit(peers[i]);
        }
    }

    private static long allocated(Runnable work) {
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        work.run();
        return threads.getCurrentThreadAllocatedBytes() - before;
    }

    private static Admissions loop(int seed) {
        return Admissions.of(new CrowdedTables(new Random(seed)).draw(), Tables.PUBLIC);
    }

    private static List<Peer> peers(Admissions loop, int seed) {
        var nearby = new NearbyPeers(loop.ladder(), new Random(seed));
        return Stream.generate(nearby::draw).limit(PEERS).toList();
    }
}
