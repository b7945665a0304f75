package dev.hatcheck.policies.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hatcheck.policies.Recipient;
import dev.hatcheck.policies.RecipientEntry;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RatReaderTest {
    static Stream<Arguments> recipients() {
        return Stream.of(
                Arguments.of("User@Example.com", new Recipient.Mailbox("user", "example.com")),
                Arguments.of("a+b=c@example.com.", new Recipient.Mailbox("a+b=c", "example.com")),
                Arguments.of("$x#1@example.com", new Recipient.Mailbox("$x#1", "example.com")),
                Arguments.of("user@[192.0.2.1]", new Recipient.Mailbox("user", "[192.0.2.1]")),
                Arguments.of("Postmaster@", new Recipient.User("postmaster")),
                Arguments.of("EXAMPLE.com", new Recipient.Domain("example.com")),
                Arguments.of("localhost", new Recipient.Domain("localhost")),
                Arguments.of("[192.0.2.1]", new Recipient.Domain("[192.0.2.1]")),
                Arguments.of("[IPv6:2001:DB8::1]", new Recipient.Domain("[ipv6:2001:db8::1]")),
                Arguments.of(".Example.com", new Recipient.PartialDomain("example.com")),
                Arguments.of("ALL", new Recipient.Everyone()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("recipients")
    void aRecipientIsWhatItSays(String written, Recipient recipient) {
        RecipientEntry entry = first(written + " ACCEPT");

        assertThat(entry.recipient()).isEqualTo(recipient);
        assertThat(entry.written()).isEqualTo(written);
        assertThat(entry.accepts()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@example.com REJECT {smtp_response_code = 553, smtp_response_text = \"no, \\\"sir\\\"\"}",
                "a@example.com\n    reject {\n smtp_response_code=\"553\"\n smtp_response_text = \"no, \\\"sir\\\"\" }",
                "a@example.com REJECT 553 no, \"sir\"  ",
                "a@example.com\r\n\tREJECT\t553\tno, \"sir\"\r\n",
                "a@example.com REJECT 553 \"no, \\\"sir\\\"\""
            })
    void aResponseMayBeWrittenInManyWays(String text) {
        assertThat(canonical(text))
                .isEqualTo(
                        "a@example.com REJECT {smtp_response_code = 553, smtp_response_text = \"no, \\\"sir\\\"\"}\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "# of the sales\nexample.com ACCEPT {bypass_ldap_accept, bypass_receiving_control}\nALL REJECT",
                "# of the sales\nexample.com\nACCEPT {bypass_ldap_accept bypass_receiving_control}\nALL:reject {}",
                "example.com\n# of the sales\nACCEPT {\nbypass_ldap_accept\nbypass_receiving_control\n}\nall\nREJECT",
            })
    void layoutMeansNothing(String text) {
        assertThat(canonical(text))
                .isEqualTo("# of the sales\n"
                        + "example.com ACCEPT {bypass_ldap_accept, bypass_receiving_control}\n"
                        + "ALL REJECT\n");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            value = {
                "\"go away\", go away",
                "\"go\" away, \"go\" away",
                "\"go\" or \"stay\", \"go\" or \"stay\"",
                "\"go away, \"go away",
                "go away\", go away\"",
                "\", \"",
                "\"go away\\\", \"go away\\\""
            })
    void quotesAroundAWholeResponseAreNoPartOfIt(String written, String response) {
        assertThat(first("user@example.com REJECT 451 " + written)
                        .parameters()
                        .getLast()
                        .text())
                .isEqualTo(response);
    }

    @Test
    void quotesAroundNothingLeaveTheResponseToTheListener() {
        assertThat(canonical("a@example.com REJECT 451 \"\"\nALL REJECT"))
                .isEqualTo("a@example.com REJECT {smtp_response_code = 451}\nALL REJECT\n");
    }

    @Test
    void aLiteralIsTheSameHoweverItIsWritten() {
        assertThat(first("[IPv6:2001:db8::1] ACCEPT").recipient())
                .isEqualTo(first("[ipv6:2001:DB8:0::1] ACCEPT").recipient());
    }

    @Test
    void aCodeAloneChangesTheCodeAlone() {
        assertThat(canonical("example.com REJECT 551\nALL REJECT"))
                .isEqualTo("example.com REJECT {smtp_response_code = 551}\nALL REJECT\n");
    }

    @Test
    void everyEntryKnowsItsLine() {
        assertThat(first("\n\nexample.com ACCEPT").origin()).hasToString("rat.txt:3");
    }

    private static RecipientEntry first(String text) {
        return RatReader.read(text, "rat.txt").value().entries().getFirst();
    }

    private static String canonical(String text) {
        return RatWriter.write(RatReader.read(text, "rat.txt").value());
    }
}
