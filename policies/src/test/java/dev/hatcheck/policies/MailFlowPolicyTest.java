package dev.hatcheck.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class MailFlowPolicyTest {
    private static final ListenerSettings LISTENER =
            ListenerSettings.of(ListenerType.PUBLIC).with(PolicyParameters.MAX_CONCURRENCY, Limit.atMost(7));

    @Test
    void eachValueSaysWhereItComesFrom() {
        MailFlowPolicy policy = policy("tls", "required");
        assertThat(policy.setting(PolicyParameters.TLS)).isEqualTo(new Setting<>(TlsUse.REQUIRED, Setting.From.POLICY));
        assertThat(policy.setting(PolicyParameters.MAX_CONCURRENCY))
                .isEqualTo(new Setting<>(Limit.atMost(7), Setting.From.LISTENER));
        assertThat(policy.setting(PolicyParameters.MAX_RCPTS_PER_MSG))
                .isEqualTo(new Setting<>(Limit.atMost(50), Setting.From.BUILT_IN));
    }

    @Test
    void aValueThatCannotBeReadIsNotPassedOver() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> policy("tls", "require"))
                .withMessageContaining("hat:1: tls is \"off\", \"on\" or \"required\", not require");
    }

    private static MailFlowPolicy policy(String keyword, String text) {
        var written = new WrittenParameter(keyword, text, true, Origin.of("hat", 1));
        return MailFlowPolicy.inline(new WrittenPolicy(ConnectionBehavior.ACCEPT, List.of(written)), LISTENER);
    }
}
