package dev.hatcheck.engine.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hatcheck.engine.Failure;
import dev.hatcheck.engine.Tables;
import dev.hatcheck.engine.Verdict;
import dev.hatcheck.policies.CleanSmtp;
import dev.hatcheck.policies.MailFlowPolicy;
import org.junit.jupiter.api.Test;

class MessageLimitsTest {
    private static final MailFlowPolicy POLICY = Tables.policy("""
            ACCEPT {
                max_msgs_per_session = 2
                max_rcpts_per_msg = 3
                max_message_size = 2048
            }
            """);

    @Test
    void theLastMessageOfASessionIsTakenAndTheNextEndsIt() {
        assertThat(MessageLimits.checkNextMessage(POLICY, 1)).isEqualTo(Verdict.OBEY);
        assertThat(MessageLimits.checkNextMessage(POLICY, 2))
                .isEqualTo(Verdict.disconnect(Replies.TOO_MANY_MESSAGES, Failure.TOO_MANY_MESSAGES));
        assertThat(Replies.TOO_MANY_MESSAGES.wire()).isEqualTo("421 #4.x.2 Too many messages for this session\r\n");
    }

    @Test
    void aRecipientTooManyIsRefusedAndTheSessionGoesOn() {
        assertThat(MessageLimits.checkNextRecipient(POLICY, 2)).isEqualTo(Verdict.OBEY);
        assertThat(MessageLimits.checkNextRecipient(POLICY, 3)).isEqualTo(Verdict.refuse(Replies.TOO_MANY_RECIPIENTS));
    }

    @Test
    void anAnnouncedSizeMayReachTheLimit() {
        assertThat(MessageLimits.checkAnnouncedSize(POLICY, 2_048)).isEqualTo(Verdict.OBEY);
        assertThat(MessageLimits.checkAnnouncedSize(POLICY, 2_049))
                .isEqualTo(Verdict.refuse(Replies.ANNOUNCED_SIZE_TOO_BIG, Failure.MESSAGE_SIZE));
    }

    @Test
    void aMessageMayReachTheLimit() {
        assertThat(check(2_048, 0, false, CleanSmtp.ON)).isEqualTo(Verdict.OBEY);
        assertThat(check(2_049, 0, false, CleanSmtp.ON))
                .isEqualTo(Verdict.refuse(Replies.MESSAGE_TOO_BIG, Failure.MESSAGE_SIZE));
    }

    @Test
    void aHundredHopsAreNoLoopAndOneMoreIs() {
        assertThat(check(1, 100, false, CleanSmtp.ON)).isEqualTo(Verdict.OBEY);
        assertThat(check(1, 101, false, CleanSmtp.ON))
                .isEqualTo(Verdict.refuse(Replies.TOO_MANY_HOPS, Failure.MESSAGE_LOOP));
    }

    @Test
    void bareLineEndsAreRefusedOnlyWhereTheyAreNotCleaned() {
        assertThat(check(1, 0, true, CleanSmtp.OFF))
                .isEqualTo(Verdict.refuse(Replies.BARE_LINE_ENDS, Failure.BARE_LINE_ENDS));
        assertThat(check(1, 0, true, CleanSmtp.ON)).isEqualTo(Verdict.OBEY);
        assertThat(check(1, 0, true, CleanSmtp.ALLOW)).isEqualTo(Verdict.OBEY);
    }

    private static Verdict check(long bytes, int hops, boolean bareLineEnds, CleanSmtp clean) {
        return MessageLimits.checkMessage(POLICY, clean, bytes, hops, bareLineEnds);
    }
}
