package dev.hatcheck.cli.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.hatcheck.cli.input.CommandFailure;
import dev.hatcheck.cli.input.ExitCode;
import dev.hatcheck.engine.Engine;
import dev.hatcheck.engine.Peer;
import dev.hatcheck.policies.ListenerSettings;
import dev.hatcheck.policies.ListenerType;
import dev.hatcheck.policies.RecipientAccessTable;
import dev.hatcheck.policies.address.IpAddress;
import dev.hatcheck.policies.text.HatReader;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A decision is told only with reasons that lead to it. */
class AnswerTest {
    private static final Engine ENGINE = Engine.of(
            ListenerSettings.of(ListenerType.PUBLIC),
            HatReader.read("""
                    FRIENDS:
                        192.0.2.7
                        RELAY
                    ALL
                        REJECT
                    """, "t.hat").value(),
            new RecipientAccessTable(List.of()));

    private static final Peer FRIEND = peer("192.0.2.7");
    private static final Peer STRANGER = peer("198.51.100.1");

    @Test
    void anExplanationOfTheDecisionIsTaken() {
        assertThat(Answer.agreed(ENGINE.admit(FRIEND), ENGINE.explain(FRIEND))).isEqualTo(ENGINE.explain(FRIEND));
    }

    @Test
    void anExplanationOfAnotherDecisionIsABugThatSaysWhatDiffers() {
        var bug = catchThrowableOfType(
                CommandFailure.class, () -> Answer.agreed(ENGINE.admit(FRIEND), ENGINE.explain(STRANGER)));

        assertThat(bug.code()).isEqualTo(ExitCode.BUG);
        assertThat(bug.lines())
                .containsExactly(
                        "hatcheck: this is a bug in Hatcheck; please report it with the table and these lines:",
                        "    a listener decides by t.hat:2: 192.0.2.7 of group FRIENDS",
                        "    but entry by entry the first match is t.hat:4: ALL of no group");
    }

    private static Peer peer(String address) {
        return Peer.of(IpAddress.read(address).orElseThrow());
    }
}
