package dev.hatcheck.engine.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hatcheck.engine.Tables;
import dev.hatcheck.engine.Verdict;
import org.junit.jupiter.api.Test;

class GreetingTest {
    @Test
    void acceptAndRelayAreGreeted() {
        assertThat(check("ACCEPT")).isEqualTo(Verdict.OBEY);
        assertThat(check("RELAY")).isEqualTo(Verdict.OBEY);
    }

    @Test
    void rejectIsToldInTwoLines() {
        assertThat(check("REJECT")).isInstanceOfSatisfying(Verdict.Disconnect.class, no -> {
            assertThat(no.failure()).isEmpty();
            assertThat(no.reply().wire().lines()).hasSize(2).first().isEqualTo("554-mail.example");
            assertThat(no.reply().wire()).contains("\r\n554 Your access to this mail system has been rejected");
        });
    }

    @Test
    void tcprefuseIsToldNothing() {
        assertThat(check("TCPREFUSE")).isEqualTo(new Verdict.TcpRefuse());
    }

    private static Verdict check(String behavior) {
        return Greeting.check(Tables.policy(behavior), "mail.example");
    }
}
