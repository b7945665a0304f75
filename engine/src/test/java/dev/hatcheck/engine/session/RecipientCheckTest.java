package dev.hatcheck.engine.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hatcheck.engine.Tables;
import dev.hatcheck.engine.Verdict;
import dev.hatcheck.policies.address.MailAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecipientCheckTest {
    private static final String ACCEPT = "ACCEPT";
    private static final RecipientCheck TABLE = RecipientCheck.by(Tables.rat("""
            postmaster@example.com  ACCEPT
            abuse@                  ACCEPT
            old@example.com         REJECT {
                smtp_response_code = 551
                smtp_response_text = "gone to old@example.net"
            }
            quiet@example.com       REJECT {
                smtp_response_code = 451
            }
            mute@example.com        REJECT {
                smtp_response_text = ""
            }
            blocked@example.com     REJECT
            example.com             ACCEPT
            .example.net            ACCEPT
            [192.0.2.1]             ACCEPT
            [IPv6:2001:db8::1]      ACCEPT
            ALL                     REJECT
            """));

    @ParameterizedTest(name = "{0}: {1}, because {2}")
    @CsvSource(delimiter = '|', textBlock = """
            user@example.com         | obeyed | the domain is listed
            User@EXAMPLE.com         | obeyed | case does not matter
            user@sub.example.com     | 550 #5.1.0 Address rejected. | a domain is not what is below it
            user@badexample.com      | 550 #5.1.0 Address rejected. | a domain is the whole domain
            user@mx.example.net      | obeyed | below a partial domain
            user@a.b.example.net     | obeyed | at any depth
            user@example.net         | 550 #5.1.0 Address rejected. | a partial domain is not the domain itself
            user@badexample.net      | 550 #5.1.0 Address rejected. | a partial domain begins at a dot
            blocked@example.com      | 550 #5.1.0 Address rejected. | the first match decides
            BLOCKED@example.com      | 550 #5.1.0 Address rejected. | in any case
            "blocked"@example.com    | 550 #5.1.0 Address rejected. | quotes make no other user of it
            "blo\\cked"@example.com  | 550 #5.1.0 Address rejected. | nor do backslashes in them
            abuse@example.org        | obeyed | a user at any domain
            old@example.com          | 551 gone to old@example.net | a refusal in the words of the table
            quiet@example.com        | 451 #5.1.0 Address rejected. | a refusal with a code of its own
            mute@example.com         | 550 #5.1.0 Address rejected. | no words are no words of its own
            user@[192.0.2.1]         | obeyed | the literal is listed
            user@[192.0.2.2]         | 550 #5.1.0 Address rejected. | another literal
            user@[ipv6:2001:DB8:0::1] | obeyed | the same address in another spelling
            user@[IPv6:2001:db8::2]  | 550 #5.1.0 Address rejected. | another address
            user@example.org         | 550 #5.1.0 Address rejected. | everybody else
            """)
    void theFirstEntryDecides(String recipient, String answer, String why) {
        assertThat(check(TABLE, ACCEPT, recipient)).as(why).isEqualTo(answer);
    }

    @Test
    void whoMayRelayIsNotAskedForRecipients() {
        assertThat(check(TABLE, "RELAY", "user@example.org")).isEqualTo("obeyed");
    }

    @Test
    void aListenerWithoutATableTakesEveryRecipient() {
        assertThat(check(RecipientCheck.none(), ACCEPT, "user@example.org")).isEqualTo("obeyed");
    }

    @Test
    void aTableWithoutAllRefusesWhomNoEntryNames() {
        assertThat(check(RecipientCheck.by(Tables.rat("example.com ACCEPT")), ACCEPT, "user@example.org"))
                .isEqualTo("550 #5.1.0 Address rejected.");
    }

    private static String check(RecipientCheck check, String behavior, String recipient) {
        return switch (check.check(Tables.policy(behavior), address(recipient))) {
            case Verdict.Obey() -> "obeyed";
            case Verdict.Refuse(var reply, var failure) -> reply.wire().strip();
            case Verdict.Disconnect disconnect -> disconnect.toString();
            case Verdict.TcpRefuse refuse -> refuse.toString();
        };
    }

    @Test
    void theEntryThatDecidesSaysWhetherARecipientIsCounted() {
        RecipientCheck table = RecipientCheck.by(Tables.rat("""
                free@example.com  ACCEPT { bypass_receiving_control }
                example.com       ACCEPT
                .example.com      ACCEPT { bypass_receiving_control }
                ALL               REJECT
                """));
        assertThat(isCounted(table, ACCEPT, "free@example.com")).isFalse();
        assertThat(isCounted(table, ACCEPT, "other@example.com")).isTrue();
        assertThat(isCounted(table, ACCEPT, "other@mx.example.com")).isFalse();
        assertThat(isCounted(table, "RELAY", "free@example.com"))
                .as("who relays does not come to the table")
                .isTrue();
        assertThat(isCounted(RecipientCheck.none(), ACCEPT, "free@example.com")).isTrue();
    }

    private static boolean isCounted(RecipientCheck check, String rule, String recipient) {
        return check.isCounted(Tables.policy(rule), address(recipient));
    }

    private static MailAddress address(String recipient) {
        int at = recipient.lastIndexOf('@');
        return new MailAddress(recipient.substring(0, at), recipient.substring(at + 1));
    }
}
