package dev.hatcheck.smtp.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hatcheck.smtp.lookup.Inquiry.Outcome;
import dev.hatcheck.smtp.lookup.Inquiry.Step;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import org.junit.jupiter.api.Test;

/** Who is asked when, of name servers that do what a script says; nobody waits. */
class InquiryTest {
    private static final Answer FOUND = new Answer.Found(List.of());
    private static final Answer NOTHING = new Answer.Nothing();
    private static final Answer FAILED = new Answer.Failed();

    @Test
    void aServerThatAnswersIsTheOnlyOneAsked() {
        assertThat(play(says(1, FOUND), says(1, NOTHING))).containsExactly("0s ask 1 for 9s", "1s Found");
        assertThat(play(says(1, NOTHING), says(1, FOUND))).containsExactly("0s ask 1 for 9s", "1s Nothing");
    }

    @Test
    void aSilentServerLosesItsTurnAfterAThirdOfTheTime() {
        assertThat(play(silent(), says(1, FOUND))).containsExactly("0s ask 1 for 9s", "3s ask 2 for 6s", "4s Found");
    }

    @Test
    void aLateServerMayStillBeFirst() {
        assertThat(play(says(5, FOUND), says(4, NOTHING)))
                .containsExactly("0s ask 1 for 9s", "3s ask 2 for 6s", "5s Found");
        assertThat(play(says(8, FOUND), silent()))
                .containsExactly("0s ask 1 for 9s", "3s ask 2 for 6s", "6s ask 1 for 3s", "8s Found");
    }

    @Test
    void aServerThatFailsHandsItsTurnOnAtOnceAndIsNotAskedAgain() {
        assertThat(play(says(1, FAILED), silent(), silent()))
                .containsExactly("0s ask 1 for 9s", "1s ask 2 for 8s", "4s ask 3 for 5s", "9s Failed");
        assertThat(play(says(1, FAILED), silent()))
                .containsExactly("0s ask 1 for 9s", "1s ask 2 for 8s", "4s ask 2 for 5s", "9s Failed");
    }

    @Test
    void whenAllHaveFailedNothingIsWaitedFor() {
        assertThat(play(says(1, FAILED), says(1, FAILED)))
                .containsExactly("0s ask 1 for 9s", "1s ask 2 for 8s", "2s Failed");
    }

    @Test
    void aServerThatIsNotThereHandsItsTurnOnButMayBeAskedAgain() {
        assertThat(play(gone(1))).containsExactly("0s ask 1 for 9s", "1s ask 1 for 8s", "2s ask 1 for 7s", "3s Failed");
        assertThat(play(gone(1), says(5, FOUND)))
                .containsExactly("0s ask 1 for 9s", "1s ask 2 for 8s", "4s ask 1 for 5s", "6s Found");
    }

    @Test
    void silentServersHaveThreeTurnsTogetherAndAllTheTimeThereIs() {
        assertThat(play(silent()))
                .containsExactly("0s ask 1 for 9s", "3s ask 1 for 6s", "6s ask 1 for 3s", "9s Failed");
        assertThat(play(silent(), silent()))
                .containsExactly("0s ask 1 for 9s", "3s ask 2 for 6s", "6s ask 1 for 3s", "9s Failed");
    }

    @Test
    void whoIsToldTheTimeTooLateDoesNotAskAnyMore() {
        var inquiry = new Inquiry(List.of(server(1), server(2)), TIME);
        inquiry.next(Duration.ZERO);
        assertThat(inquiry.next(TIME.plusSeconds(1))).isEqualTo(new Step.Done(FAILED));
    }

    @Test
    void anAnswerThatIsHeardInTheLastMomentCounts() {
        var inquiry = new Inquiry(List.of(server(1)), TIME);
        inquiry.next(Duration.ZERO);
        inquiry.heard(new Outcome(server(1), Optional.of(FOUND)));
        assertThat(inquiry.next(TIME)).isEqualTo(new Step.Done(FOUND));
    }

    // ---- the servers, and the time that passes for them

    private static final Duration TIME = Duration.ofSeconds(9);

    /** What a server says to each try, and how much later. */
    private record Scripted(Duration after, Optional<Answer> answer) {}

    private static Scripted says(int seconds, Answer answer) {
        return new Scripted(Duration.ofSeconds(seconds), Optional.of(answer));
    }

    private static Scripted gone(int seconds) {
        return new Scripted(Duration.ofSeconds(seconds), Optional.empty());
    }

    private static Scripted silent() {
        return gone(1_000);
    }

    private record Coming(Duration at, Outcome outcome) implements Comparable<Coming> {
        @Override
        public int compareTo(Coming other) {
            return at.compareTo(other.at);
        }
    }

    /** Asks the servers, numbered from 1, and tells when what was done. */
    private static List<String> play(Scripted... servers) {
        var told = new ArrayList<String>();
        var coming = new PriorityQueue<Coming>();
        var addresses = new ArrayList<InetSocketAddress>();
        for (int number = 1; number <= servers.length; number++) {
            addresses.add(server(number));
        }
        var inquiry = new Inquiry(addresses, TIME);
        Duration now = Duration.ZERO;
        while (true) {
            switch (inquiry.next(now)) {
                case Step.Ask(var server, var patience) -> {
                    int number = server.getPort();
                    told.add("%ds ask %d for %ds".formatted(now.toSeconds(), number, patience.toSeconds()));
                    Scripted script = servers[number - 1];
                    coming.add(new Coming(now.plus(script.after()), new Outcome(server, script.answer())));
                }
                case Step.Listen(var atMost) -> {
                    assertThat(atMost).isPositive();
                    Duration until = now.plus(atMost);
                    if (!coming.isEmpty() && coming.element().at().compareTo(until) < 0) {
                        now = coming.element().at();
                        inquiry.heard(coming.remove().outcome());
                    } else {
                        now = until;
                    }
                }
                case Step.Done(var answer) -> {
                    told.add("%ds %s"
                            .formatted(now.toSeconds(), answer.getClass().getSimpleName()));
                    return told;
                }
            }
        }
    }

    private static InetSocketAddress server(int number) {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), number);
    }
}
