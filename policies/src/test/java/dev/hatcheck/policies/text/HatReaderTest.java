package dev.hatcheck.policies.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hatcheck.policies.AccessRule;
import dev.hatcheck.policies.ConnectionBehavior;
import dev.hatcheck.policies.HostAccessTable;
import dev.hatcheck.policies.PolicyDefinition;
import dev.hatcheck.policies.SenderGroup;
import dev.hatcheck.policies.StandaloneEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** However a table is laid out, it means the same. */
class HatReaderTest {
    private static final String CANONICAL = """
            $SECURE
                ACCEPT {
                    tls = "required"
                    max_rcpts_per_msg = 25
                } (TLS only)
            PARTNERS:
                192.0.2.0/24 (the "office" (north))
                2001:db8::
                # not the others
                .example.com
                $SECURE (our partners)
            spamdomain.example
                REJECT (they know why)
            ALL
                $SECURE
            """;

    @ParameterizedTest
    @ValueSource(
            strings = {
                // on one line each, as the figures of the manuals have it
                """
                $SECURE ACCEPT {tls = "required", max_rcpts_per_msg = 25} (TLS only)
                PARTNERS: 192.0.2.0/24 (the "office" (north)) 2001:db8::
                # not the others
                .example.com $SECURE (our partners)
                spamdomain.example REJECT {} (they know why)
                ALL: $SECURE
                """,
                // everything in column 1, with empty lines and no line end at the end
                """
                $SECURE
                ACCEPT
                {
                tls = "required" max_rcpts_per_msg = 25

                }
                (TLS only)
                PARTNERS:
                192.0.2.0/24
                (the "office" (north))

                2001:db8::
                # not the others
                .example.com
                $SECURE
                (our partners)
                spamdomain.example
                REJECT
                (they know why)
                ALL
                $SECURE""",
                // keywords in any case, unquoted words, quoted numbers, as few blanks as possible
                """
                $SECURE accept{TLS=required Max_Rcpts_Per_Msg="25"}(TLS only)
                PARTNERS:
                192.0.2.0/24(the "office" (north)) 2001:db8::,
                \t# not the others
                .example.com,$SECURE(our partners)
                spamdomain.example Reject(they know why)
                all:$SECURE
                """
            })
    void layoutMeansNothing(String text) {
        assertThat(canonical(text)).isEqualTo(CANONICAL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r\n", "\r", "\n\n", "\n\t"})
    void linesMayEndInManyWays(String end) {
        assertThat(canonical(CANONICAL.replace("\n", end))).isEqualTo(CANONICAL);
    }

    @Test
    void blanksBehindALineMeanNothing() {
        assertThat(canonical("$A \t\nREJECT  \n")).isEqualTo("$A\n    REJECT\n");
    }

    @Test
    void aByteOrderMarkIsNoCharacter() {
        assertThat(canonical("\ufeff" + CANONICAL)).isEqualTo(CANONICAL);
    }

    @Test
    void aPolicyMayBeDefinedBehindItsUse() {
        assertThat(HatReader.read("ALL: $LATER\n$LATER ACCEPT", "hat.txt").warnings())
                .isEmpty();
    }

    @Test
    void aWordWithAColonInsideIsNoGroup() {
        HostAccessTable table = read("2001:db8:: REJECT\n::1 REJECT\nfe80: 192.0.2.1 REJECT");

        assertThat(table.lines().get(0)).isInstanceOf(StandaloneEntry.class);
        assertThat(table.lines().get(1)).isInstanceOf(StandaloneEntry.class);
        assertThat(table.lines().get(2)).isInstanceOf(SenderGroup.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$A ACCEPT\nWHITELIST:$A\nALL:REJECT",
                "$A ACCEPT\nWHITELIST:$A\nall:reject",
                "$A ACCEPT{}WHITELIST:$A All:Reject{}",
            })
    void noBlankIsNeededBehindAColon(String text) {
        assertThat(canonical(text)).isEqualTo("$A\n    ACCEPT\nWHITELIST:\n    $A\nALL\n    REJECT\n");
    }

    @ParameterizedTest
    @EnumSource
    void anActionMayStandRightBehindAColon(ConnectionBehavior action) {
        assertThat(canonical("WHITELIST:" + action + "\nALL: REJECT"))
                .isEqualTo("WHITELIST:\n    " + action + "\nALL\n    REJECT\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2001:db8::1", "dead::beef", "::ffff:192.0.2.1", "2001:db8::", "fe80::/10", "sbo:7"})
    void aSenderWithColonsIsNeverCut(String sender) {
        String canonical = sender + "\n    REJECT\n";

        assertThat(canonical(sender + " REJECT")).isEqualTo(canonical);
        assertThat(canonical("beef: " + sender + " REJECT")).isEqualTo("beef:\n    " + canonical);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n\n", "\ufeff", "$A ACCEPT"})
    void aTableWithoutSendersLeavesEveryoneToTheListener(String text) {
        assertThat(HatReader.read(text, "hat.txt").warnings())
                .singleElement()
                .extracting(Warning::doubt)
                .isEqualTo(new Doubt.NoAll(true));
    }

    @Test
    void aGroupMayBeEmpty() {
        assertThat(canonical("RELAYLIST: RELAY")).isEqualTo("RELAYLIST:\n    RELAY\n");
    }

    @Test
    void aNoteMayHoldParenthesesThatDoNotPairUp() {
        assertThat(canonical("192.0.2.1 REJECT (see :( here)")).isEqualTo("192.0.2.1\n    REJECT (see :( here)\n");
    }

    @Test
    void aCommentThatHasNoPlaceInTheTableStandsBeforeWhatItSplits() {
        assertThat(canonical("$A\n#of A\nREJECT\n192.0.2.1\n#why\n$A"))
                .isEqualTo("#of A\n$A\n    REJECT\n#why\n192.0.2.1\n    $A\n");
    }

    @Test
    void aMisspellingOfTheManualIsMended() {
        assertThat(canonical("$A ACCEPT {signficant_bits = 24}"))
                .isEqualTo("$A\n    ACCEPT {\n        significant_bits = 24\n    }\n");
    }

    @Test
    void anUnknownParameterStaysAsItIs() {
        String text = "$A\n    ACCEPT {\n        one = bare-word\n        two = \"2\"\n    }\n";

        assertThat(canonical(text)).isEqualTo(text);
    }

    @Test
    void aTextMayHoldQuotesBackslashesAndLines() {
        String text = "$A\n    ACCEPT {\n        smtp_banner_text = \"a \\\"b\\\" \\\\ c\\nd \\x\"\n    }\n";
        var policy = (PolicyDefinition) read(text).lines().getFirst();

        assertThat(policy.policy().parameters().getFirst().text()).isEqualTo("a \"b\" \\ c\nd \\x");
    }

    @Test
    void everythingKnowsItsLine() {
        HostAccessTable table = read(CANONICAL);
        var policy = (PolicyDefinition) table.lines().get(0);
        var group = (SenderGroup) table.lines().get(1);
        var alone = (StandaloneEntry) table.lines().get(2);

        assertThat(policy.origin()).hasToString("hat.txt:1");
        assertThat(policy.policy().parameters().getFirst().origin()).hasToString("hat.txt:3");
        assertThat(group.origin()).hasToString("hat.txt:6");
        assertThat(group.members().get(1).origin()).hasToString("hat.txt:8");
        assertThat(group.rule().origin()).hasToString("hat.txt:11");
        assertThat(alone.entry().origin()).hasToString("hat.txt:12");
        assertThat(alone.rule()).isInstanceOf(AccessRule.Inline.class);
        assertThat(alone.rule().origin()).hasToString("hat.txt:13");
    }

    @Test
    void allIsTheKeywordHoweverItIsTyped() {
        assertThat(read("all: REJECT").all().orElseThrow().entry().written()).isEqualTo("ALL");
    }

    private static HostAccessTable read(String text) {
        return HatReader.read(text, "hat.txt").value();
    }

    private static String canonical(String text) {
        return HatWriter.write(read(text));
    }

    @Test
    void aPredefinedPolicyNeedsNoDefinition() {
        HostAccessTable table =
                HatReader.read("WHITELIST: $TRUSTED\nALL: $BLOCKED\n", "hat").value();
        assertThat(table.policy("BLOCKED").orElseThrow().policy().behavior()).isEqualTo(ConnectionBehavior.REJECT);
        assertThat(table.policy("TRUSTED").orElseThrow().policy().parameters())
                .anyMatch(line ->
                        line.keyword().equals("max_message_size") && line.text().equals("104857600"));
        assertThat(HatReader.read(HatWriter.write(table), "again").value()).isEqualTo(table);
    }

    @Test
    void aDefinitionOfOnesOwnCountsWhereverItStands() {
        HostAccessTable table =
                HatReader.read("ALL: $BLOCKED\n$BLOCKED TCPREFUSE\n", "hat").value();
        assertThat(table.policy("BLOCKED").orElseThrow().policy().behavior()).isEqualTo(ConnectionBehavior.TCPREFUSE);
    }
}
