package dev.hatcheck.engine.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hatcheck.engine.Tables;
import dev.hatcheck.engine.Verdict;
import dev.hatcheck.engine.session.CommandOrder.Stage;
import dev.hatcheck.policies.MailFlowPolicy;
import org.junit.jupiter.api.Test;

/** When several rules speak against a command, the client hears of the first. */
class StandingTest {
    private static final MailFlowPolicy STRICT = Tables.policy(
            "ACCEPT { tls = \"required\" max_msgs_per_session = 1 max_message_size = 1k max_rcpts_per_msg = 1 }");

    @Test
    void withoutTlsThatIsAllThatAClientHears() {
        Standing inClear = new Standing(STRICT, false, Stage.CONNECTED, 1, 1);

        assertThat(inClear.judgeMail(2000)).isEqualTo(Verdict.refuse(Replies.MUST_ISSUE_STARTTLS));
        assertThat(inClear.judgeRcpt()).isEqualTo(Verdict.refuse(Replies.MUST_ISSUE_STARTTLS));
        assertThat(inClear.judge(Verb.DATA)).isEqualTo(Verdict.refuse(Replies.MUST_ISSUE_STARTTLS));
    }

    @Test
    void theOrderOfCommandsComesBeforeTheLimits() {
        Standing unknown = new Standing(STRICT, true, Stage.CONNECTED, 1, 1);

        assertThat(unknown.judgeMail(2000)).isEqualTo(Verdict.refuse(Replies.EHLO_FIRST));
    }

    @Test
    void theNumberOfMessagesComesBeforeTheirSize() {
        assertThat(greeted(1).judgeMail(2000)).isInstanceOf(Verdict.Disconnect.class);
        assertThat(greeted(0).judgeMail(2000)).isInstanceOf(Verdict.Refuse.class);
        assertThat(greeted(0).judgeMail(1000)).isEqualTo(Verdict.OBEY);
    }

    @Test
    void aMailThatCannotBeReadMeetsNoLimit() {
        assertThat(greeted(1).judge(Verb.MAIL)).isEqualTo(Verdict.OBEY);
    }

    @Test
    void recipientsAreCountedByMessage() {
        assertThat(new Standing(STRICT, true, Stage.RCPT, 0, 1).judgeRcpt())
                .isEqualTo(Verdict.refuse(Replies.TOO_MANY_RECIPIENTS));
        assertThat(new Standing(STRICT, true, Stage.MAIL, 0, 0).judgeRcpt()).isEqualTo(Verdict.OBEY);
    }

    private static Standing greeted(int messages) {
        return new Standing(STRICT, true, Stage.GREETED, messages, 0);
    }
}
