package dev.hatcheck.engine.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hatcheck.engine.Tables;
import dev.hatcheck.engine.Verdict;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TlsRequiredTest {
    @ParameterizedTest(name = "{0} in clear: {1}")
    @CsvSource({
        "NOOP,     obeyed",
        "EHLO,     obeyed",
        "QUIT,     obeyed",
        "STARTTLS, obeyed",
        "HELO,     530",
        "MAIL,     530",
        "RCPT,     530",
        "DATA,     530",
        "RSET,     530",
        "VRFY,     530",
        "HELP,     530",
        "AUTH,     530"
    })
    void whereTlsIsRequiredLittleMayBeSaidInClear(Verb verb, String answer) {
        assertThat(check("required", false, verb)).isEqualTo(answer);
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void everythingMayBeSaidInASecuredSession(Verb verb) {
        assertThat(check("required", true, verb)).isEqualTo("obeyed");
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void everythingMayBeSaidInClearWhereTlsIsOnlyOfferedOrOff(Verb verb) {
        assertThat(check("on", false, verb)).isEqualTo("obeyed");
        assertThat(check("off", false, verb)).isEqualTo("obeyed");
    }

    private static String check(String tls, boolean secured, Verb verb) {
        Verdict verdict = TlsRequired.check(Tables.policy("ACCEPT { tls = \"" + tls + "\" }"), secured, verb);
        if (verdict instanceof Verdict.Refuse(var reply, var failure)) {
            assertThat(reply.wire()).isEqualTo("530 #5.7.0 Must issue a STARTTLS command first\r\n");
            assertThat(failure).isEmpty();
            return "530";
        }
        assertThat(verdict).isEqualTo(Verdict.OBEY);
        return "obeyed";
    }
}
