package dev.hatcheck.engine.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hatcheck.engine.Peers;
import dev.hatcheck.engine.Tables;
import dev.hatcheck.engine.Verdict;
import dev.hatcheck.engine.connect.Admissions;
import dev.hatcheck.policies.ListenerSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GreetingTest {
    private static final String USUAL_REJECTION =
            "Your access to this mail system has been rejected due to the sending MTA's poor reputation. If you believe"
                    + " that this failure is in error, please contact the intended recipient via alternate means.";

    @Test
    void acceptAndRelayAreGreeted() {
        assertThat(greeting("ACCEPT").verdict()).isEqualTo(Verdict.OBEY);
        assertThat(greeting("RELAY").verdict()).isEqualTo(Verdict.OBEY);
    }

    @Test
    void rejectIsToldAndDisconnected() {
        assertThat(greeting("REJECT").verdict()).isEqualTo(Verdict.disconnect(Replies.rejected("mail.example")));
    }

    @Test
    void tcprefuseIsToldNothing() {
        assertThat(greeting("TCPREFUSE").verdict()).isEqualTo(new Verdict.TcpRefuse());
    }

    @ParameterizedTest(name = "{0} says {1}")
    @CsvSource(delimiter = ';', textBlock = """
            ACCEPT;                                                       220 mail.example ESMTP
            RELAY { smtp_banner_text = "hello" };                         220-mail.example ESMTP/220 hello
            ACCEPT { smtp_banner_text = "one\\ntwo" };                    220-mail.example ESMTP/220-one/220 two
            ACCEPT { smtp_banner_text = " " };                            220 mail.example ESMTP
            ACCEPT { smtp_banner_code = 200 };                            200 mail.example ESMTP
            ACCEPT { use_override_hostname = on override_hostname = b.example }; 220 b.example ESMTP
            ACCEPT { use_override_hostname = on };                        220 ESMTP
            ACCEPT { use_override_hostname = off override_hostname = b.example }; 220 mail.example ESMTP
            ACCEPT { override_hostname = b.example };                     220 mail.example ESMTP
            ACCEPT { smtp_banner_text = "$RemoteIP of $group" };          220-mail.example ESMTP/220 192.0.2.7 of None
            """)
    void aPolicyGreets(String rule, String wire) {
        assertThat(onWire(greeting(rule).banner())).isEqualTo(wire);
    }

    @ParameterizedTest(name = "{0} says {1}")
    @CsvSource(delimiter = ';', textBlock = """
            REJECT { smtp_banner_text = "no\\nnever" };                   554-mail.example/554-no/554 never
            REJECT { smtp_banner_code = 421 smtp_banner_text = "later" }; 421-mail.example/421 later
            REJECT { smtp_banner_code = 250 smtp_banner_text = "no" };    554-mail.example/554 no
            REJECT { use_override_hostname = on smtp_banner_text = "no" };       554 no
            """)
    void aPolicyRejects(String rule, String wire) {
        assertThat(greeting(rule).verdict())
                .isInstanceOfSatisfying(
                        Verdict.Disconnect.class,
                        no -> assertThat(onWire(no.reply())).isEqualTo(wire));
    }

    @Test
    void acceptAndRejectHaveDefaultsOfTheirOwn() {
        ListenerSettings listener = Tables.PUBLIC
                .with("hat_default_smtp_banner_code", "221")
                .with("hat_default_smtp_banner_text", "welcome")
                .with("hat_default_reject_banner_code", "550")
                .with("hat_default_reject_banner_text", "no\\nway");
        assertThat(onWire(greeting("ACCEPT", listener).banner())).isEqualTo("221-mail.example ESMTP/221 welcome");
        assertThat(greeting("REJECT", listener).verdict())
                .isInstanceOfSatisfying(
                        Verdict.Disconnect.class,
                        no -> assertThat(onWire(no.reply())).isEqualTo("550-mail.example/550-no/550 way"));
    }

    @Test
    void aPolicyMayLeaveTheHostNameToTheListener() {
        ListenerSettings listener = Tables.PUBLIC
                .with("hat_default_use_override_hostname", "on")
                .with("hat_default_override_hostname", "b.example");
        assertThat(onWire(greeting("ACCEPT", listener).banner())).isEqualTo("220 b.example ESMTP");
        assertThat(onWire(greeting("ACCEPT { use_override_hostname = default override_hostname = c.example }", listener)
                        .banner()))
                .isEqualTo("220 b.example ESMTP");
        assertThat(onWire(greeting("ACCEPT { use_override_hostname = off }", listener)
                        .banner()))
                .isEqualTo("220 mail.example ESMTP");
    }

    @Test
    void aDelayedRejectionWelcomesAsTheListenerDoesAndRefusesAsThePolicyDoes() {
        ListenerSettings listener = Tables.PUBLIC
                .with("global_hat_delayed_rejection", "on")
                .with("hat_default_smtp_banner_text", "welcome");
        Greeting greeting = greeting("REJECT { smtp_banner_code = 550 smtp_banner_text = \"not you\" }", listener);
        assertThat(greeting.verdict()).isEqualTo(Verdict.OBEY);
        assertThat(onWire(greeting.banner())).isEqualTo("220-mail.example ESMTP/220 welcome");
        assertThat(onWire(greeting.refusal())).isEqualTo("550 not you");
        assertThat(onWire(greeting("REJECT", listener).refusal())).isEqualTo("554 " + USUAL_REJECTION);
    }

    @Test
    void onlyRejectionIsDelayed() {
        ListenerSettings listener = Tables.PUBLIC.with("global_hat_delayed_rejection", "on");
        assertThat(greeting("ACCEPT", listener).delaysRejection()).isFalse();
        assertThat(greeting("TCPREFUSE", listener).verdict()).isEqualTo(new Verdict.TcpRefuse());
    }

    private static String onWire(Reply reply) {
        return reply.wire().stripTrailing().replace("\r\n", "/");
    }

    private static Greeting greeting(String rule) {
        return greeting(rule, Tables.PUBLIC);
    }

    private static Greeting greeting(String rule, ListenerSettings listener) {
        var peer = Peers.peer("192.0.2.7");
        var admissions = Admissions.of(Tables.hat("ALL\n" + rule), listener);
        return new Greeting(admissions.admit(peer), peer, listener);
    }
}
