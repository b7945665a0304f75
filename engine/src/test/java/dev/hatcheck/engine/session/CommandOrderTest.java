package dev.hatcheck.engine.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hatcheck.engine.Verdict;
import dev.hatcheck.engine.session.CommandOrder.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandOrderTest {
    @ParameterizedTest(name = "{0} after {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            MAIL | CONNECTED | 503 #5.5.1 EHLO first
            MAIL | GREETED   | obeyed
            MAIL | MAIL      | 503 #5.5.1 MAIL already given
            MAIL | RCPT      | 503 #5.5.1 MAIL already given
            RCPT | CONNECTED | 503 #5.5.1 MAIL first
            RCPT | GREETED   | 503 #5.5.1 MAIL first
            RCPT | MAIL      | obeyed
            RCPT | RCPT      | obeyed
            DATA | GREETED   | 503 #5.5.1 MAIL first
            DATA | MAIL      | 503 #5.5.1 RCPT first
            DATA | RCPT      | obeyed
            EHLO | RCPT      | obeyed
            RSET | CONNECTED | obeyed
            STARTTLS | CONNECTED | obeyed
            """)
    void commandsHaveAnOrderInClear(Verb verb, Stage stage, String answer) {
        assertThat(check(stage, false, verb)).isEqualTo(answer);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            EHLO     | obeyed
            HELO     | obeyed
            NOOP     | obeyed
            QUIT     | obeyed
            RSET     | obeyed
            MAIL     | 503 #5.5.1 EHLO first
            RCPT     | 503 #5.5.1 EHLO first
            DATA     | 503 #5.5.1 EHLO first
            VRFY     | 503 #5.5.1 EHLO first
            STARTTLS | 503 #5.5.1 TLS already active
            """)
    void afterTheHandshakeTheClientIsUnknownAgain(Verb verb, String answer) {
        assertThat(check(Stage.CONNECTED, true, verb)).isEqualTo(answer);
    }

    @Test
    void nobodyStartsTlsTwice() {
        for (Stage stage : Stage.values()) {
            assertThat(check(stage, true, Verb.STARTTLS)).startsWith("503");
        }
    }

    private static String check(Stage stage, boolean secured, Verb verb) {
        return CommandOrder.check(stage, secured, verb) instanceof Verdict.Refuse(var reply, var failure)
                ? reply.wire().strip()
                : "obeyed";
    }
}
