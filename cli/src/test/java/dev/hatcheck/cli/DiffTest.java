package dev.hatcheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiffTest {
    private static final String HAT = """
            $SECURE
                ACCEPT { tls = "required" }
            $OPEN
                ACCEPT { tls = "on" }
            PARTNERS:
                .partner.example
                192.0.2.0/26
                $SECURE
            RELAYS:
                10.0.0.0/8
                relay.example
                RELAY
            BAD:
                sbrs[-10.0:-1.0]
                TCPREFUSE
            ALL
                $OPEN
            """;

    @TempDir
    private Path folder;

    private Run diff(String after, String... options) throws Exception {
        return compare(HAT, after, options);
    }

    private Run compare(String before, String after, String... options) throws Exception {
        Path one = Files.writeString(folder.resolve("old.hat"), before);
        Path other = Files.writeString(folder.resolve("new.hat"), after);
        var arguments = new ArrayList<>(List.of("diff", one.toString(), other.toString()));
        arguments.addAll(Arrays.asList(options));
        return Run.of(arguments.toArray(String[]::new));
    }

    @Test
    void aTableThatIsWrittenOtherwiseIsNoOther() throws Exception {
        Run run = diff("""
                # the same
                $ALWAYS_TLS
                    ACCEPT {
                        max_message_size = 10M
                        tls = "required"
                    }
                PARTNERS:
                    192.0.2.32/27
                    192.0.2.0-31
                    .partner.example
                    mx.partner.example
                    $ALWAYS_TLS
                MINE:
                    10.0.0.0/8
                    relay.example
                    RELAY
                WATCHED:
                    .example
                    CONTINUE
                BAD:
                    sbrs[-5.0:-1.0]
                    sbrs[-10.0:-4.0]
                    TCPREFUSE
                ALL
                    ACCEPT { tls = "on" }
                """);
        assertThat(run.out()).isEqualTo(" The tables mean the same: no client is treated differently.\n");
        assertThat(run.code()).isZero();
    }

    @Test
    void aChangeIsToldWithWhoeverItConcernsAndAClientThatShowsIt() throws Exception {
        Run run = diff(HAT.replace("\"required\"", "\"on\""));
        assertThat(run.code()).isOne();
        assertThat(run.out().replace(folder + "/", "")).isEqualTo("""
                 ACCEPT, on other terms
                     tls  required -> on

                     who     192.0.2.0/26
                     client  192.0.2.1, no PTR record, no score
                     old     old.hat:7 of PARTNERS, 192.0.2.0/26: ACCEPT by $SECURE, tls required
                     new     new.hat:7 of PARTNERS, 192.0.2.0/26: ACCEPT by $SECURE, tls on
                     see     ./hatcheck trace --hat old.hat --ip 192.0.2.1 --ptr nx --sbrs none
                             ./hatcheck trace --hat new.hat --ip 192.0.2.1 --ptr nx --sbrs none

                     who     verified as .partner.example
                     client  192.0.2.1, verified as mx.partner.example, no score
                     old     old.hat:6 of PARTNERS, .partner.example: ACCEPT by $SECURE, tls required
                     new     new.hat:6 of PARTNERS, .partner.example: ACCEPT by $SECURE, tls on
                     see     ./hatcheck trace --hat old.hat --ip 192.0.2.1 --host mx.partner.example --sbrs none
                             ./hatcheck trace --hat new.hat --ip 192.0.2.1 --host mx.partner.example --sbrs none

                 1 change. All other clients are treated as before.
                """);
    }

    /** Each line: what is replaced in the table, by what, and whom that concerns. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            192.0.2.0/26     | 192.0.2.0/27                | who     192.0.2.32/27
            192.0.2.0/26     | 192.0.2.0-40                | who     192.0.2.41, 192.0.2.42/31, 192.0.2.44/30, 192.0.2.48/28
            .partner.example | partner.example             | and verified as .partner.example
            .partner.example | .example                    | and verified as .example, but not relay.example, .partner.example
            sbrs[-10.0:-1.0] | sbrs[-10.0:-2.0]            | and score -1.9 to -1.0
            sbrs[-10.0:-1.0] | sbrs[-10.0:-1.0],sbrs[none] | and no score
            sbrs[-10.0:-1.0] | sbrs[-10.0:-1.0],geo[FR]    | and country FR
            sbrs[-10.0:-1.0] | sbrs[-10.0:-1.0],sbo:77     | and organisation 77
            sbrs[-10.0:-1.0] | dnslist[a.example]          | and on the DNS list a.example
            sbrs[-10.0:-1.0] | dnslist[a.example]          | and on none of the DNS lists a.example
            sbrs[-10.0:-1.0] | sbrs[-10.0:-1.0],serv.fail  | and a name whose look-up fails
            ALL              | 0.0.0.0/1,ALL               | and any name or none but relay.example, .partner.example
            10.0.0.0/8       | 10.0.0.0/9                  | who     10.128.0.0/9
            10.0.0.0/8       | 10.0.0.0/7                  | who     11.0.0.0/8
            """)
    void whoeverIsConcernedIsToldByTheFactsThatMatter(String old, String fresh, String who) throws Exception {
        String after = HAT.replace(
                old + "\n", fresh.replace(",ALL", "\n    REJECT\nALL").replace(",", "\n    ") + "\n");
        Run run = diff(after);
        assertThat(run.code()).isOne();
        assertThat(run.out()).contains(who + "\n");
    }

    @Test
    void aLimitThatIsNoneIsToldInWordsAndIsANumberInJson() throws Exception {
        String hat = "ALL ACCEPT { max_rcpts_per_hour = %s max_message_size = %s smtp_banner_text = \"%s\" }\n";
        String before = hat.formatted("-1", "2k", "hi");
        String after = hat.formatted("5", "-1", "");

        assertThat(compare(before, after).out().lines().map(String::strip))
                .contains(
                        "max_rcpts_per_hour  no limit -> 5",
                        "max_message_size    2048 -> no limit",
                        "smtp_banner_text    hi -> \"\"");
        assertThat(compare(before, after, "--json").out())
                .contains("\"max_rcpts_per_hour\":{\"before\":\"-1\",\"after\":\"5\"}");
    }

    @Test
    void whatEveryClientIsConcernedByIsToldInAWord() throws Exception {
        assertThat(compare("ALL\n    ACCEPT\n", "ALL\n    REJECT\n").out()).contains("who     everybody\n");
        assertThat(compare(HAT, HAT.replace("\"on\"", "\"off\"")).out())
                .contains("who     any public address but 192.0.2.0/26")
                .contains("who     any private address but 10.0.0.0/8\n");
    }

    @Test
    void listsThatGoOnAreCutInTextAndWholeInJson() throws Exception {
        var many = new StringBuilder();
        for (int i = 0; i < 50; i++) {
            many.append("    198.51.100.").append(2 * i).append('\n');
        }
        String after = HAT.replace("    192.0.2.0/26\n", "    192.0.2.0/26\n" + many);
        assertThat(diff(after).out().replaceAll("\\s+", " ")).contains("198.51.100.12, 198.51.100.14 and 42 more");
        assertThat(diff(after, "--json").out()).contains("\"198.51.100.0\",").contains("\"198.51.100.98\"");
    }

    @Test
    void clientsInJsonAreThoseThatTraceShows() throws Exception {
        Run run = diff(
                HAT.replace("RELAYS:", "LISTED:\n    dnslist[b.example]\n    dnslist[a.example]\n    REJECT\nRELAYS:")
                        .replace(
                                "    sbrs[-10.0:-1.0]\n", "    sbrs[-10.0:2.0]\n    geo[FR]\n    not.double.verified\n")
                        .replace("192.0.2.0/26", "2001:db8::/32"),
                "--json");
        assertThat(run.code()).isOne();
        assertThat(run.out())
                .startsWith("{\"different\":true,\"complete\":true,\"changes\":[{\"behavior\":{\"before\":");
        int found = 0;
        var client = Pattern.compile("\"trace\":\"./hatcheck (.*?)\",\"traceAfter\":\"./hatcheck (.*?)\"},"
                        + "\"before\":\\{\"group\":.*?(\"entry\":.*?,\"line\":\\d+,).*?"
                        + "\"after\":\\{\"group\":.*?(\"entry\":.*?,\"line\":\\d+,)")
                .matcher(run.out());
        while (client.find()) {
            found++;
            assertThat(trace(client.group(1))).contains(client.group(3));
            assertThat(trace(client.group(2))).contains(client.group(4));
        }
        assertThat(found).isGreaterThan(5);
    }

    private static String trace(String command) {
        return Run.of((command.replace("'", "") + " --json").split(" ")).out();
    }

    @Test
    void tablesThatHaveLittleInCommonAreToldByWhatDecides() throws Exception {
        Run run = compare(alternating(1, "REJECT", "TCPREFUSE"), alternating(-1, "ACCEPT", "REJECT"));
        assertThat(run.code()).isOne();
        assertThat(run.out())
                .contains("who     198.51.0.0, 198.51.0.2, ")
                .contains("and both tables decide by address\n")
                .contains("and both tables decide by name\n")
                .containsPattern("and \\d+ more sets? of clients, which --json has\\.")
                .contains("All other clients are treated as before.");
        String json = compare(alternating(1, "REJECT", "TCPREFUSE"), alternating(-1, "ACCEPT", "REJECT"), "--json")
                .out();
        assertThat(json)
                .contains("\"complete\":true")
                .contains("\"decidedBy\":{\"before\":\"address\",\"after\":\"name\"}")
                .contains("\"decidedBy\":{\"before\":\"name\",\"after\":\"address\"}");
    }

    /** Groups of an address and a name, forwards or backwards, that take turns in what is done with them. */
    private static String alternating(int step, String even, String odd) {
        var hat = new StringBuilder();
        int groups = 3_000;
        for (int i = 0; i < groups; i++) {
            int number = step > 0 ? i : groups - 1 - i;
            hat.append("G%d:\n    198.51.%d.%d\n    h%d.example\n    %s\n"
                    .formatted(i, number / 250, number % 250, number, i % 2 == 0 ? even : odd));
        }
        return hat + "ALL\n    ACCEPT\n";
    }

    @Test
    void theListenerIsSetAsItIsTold() throws Exception {
        String rejecting = HAT.replace("    $OPEN\n", "    REJECT\n");
        String without = HAT.substring(0, HAT.indexOf("ALL\n"));
        assertThat(compare(rejecting, without, "--type", "private").code()).isZero();
        assertThat(compare(rejecting, without).code()).isOne();
        String scored = HAT.replace("sbrs[-10.0:-1.0]", "sbrs[-10.0:-2.0]");
        assertThat(diff(scored, "--set", "use_senderbase=off").code()).isZero();
        assertThat(diff(scored).code()).isOne();
    }

    @Test
    void whatIsWrongWithBothTablesIsToldAtOnce() throws Exception {
        Run run = compare("ALL\n    ACEPT\n", "ALL\n    $NONE\n", "--set", "nonsense");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("--set: ", folder + "/old.hat:1:1:", folder + "/new.hat:2:5:");
        assertThat(Run.of("diff", "one.hat").code()).isEqualTo(2);
    }

    @Test
    void whatGoesForManyLinesOfAFileIsToldOnce() throws Exception {
        String hat = "A:\n192.0.2.1\n$TRUSTED\nB:\n192.0.2.2\n$BLOCKED\nALL\nACCEPT { %s }\n";
        Path before = Files.writeString(folder.resolve("old.hat"), hat.formatted("spam_check = on virus_check = on"));
        Path after = Files.writeString(folder.resolve("new.hat"), hat.formatted("spam_check = on"));
        assertThat(Run.of("diff", before.toString(), after.toString()).err().replace(folder + "/", ""))
                .isEqualTo("""
                        old.hat: warning: spam_check, virus_check are kept, but not enforced yet: they do nothing
                        new.hat:8:10: warning: spam_check is kept, but not enforced yet: it does nothing
                        """);
        assertThat(Run.of("diff", after.toString(), after.toString()).err().lines())
                .hasSize(1);
    }

    @Test
    void whatDoesNotActOnWhoIsRejectedIsNamedBehindWhatDoes() throws Exception {
        Path before = Files.writeString(folder.resolve("a.hat"), "ALL\nACCEPT { tls = on max_concurrency = 5 }\n");
        Path rejecting = Files.writeString(folder.resolve("b.hat"), "ALL\nREJECT { max_rcpts_per_msg = 7 }\n");
        Path refusing = Files.writeString(folder.resolve("c.hat"), "ALL\nTCPREFUSE\n");
        assertThat(Run.of("diff", before.toString(), rejecting.toString()).out())
                .startsWith("""
                         ACCEPT -> REJECT
                             max_concurrency   5 -> 10
                             smtp_banner_code  220 -> 554
                             not used by both: max_rcpts_per_msg, tls

                        """);
        assertThat(Run.of("diff", rejecting.toString(), refusing.toString()).out())
                .startsWith("""
                         REJECT -> TCPREFUSE
                             not used by both: max_rcpts_per_msg, smtp_banner_code

                        """);
        assertThat(Run.of("diff", "--set", "global_hat_delayed_rejection=on", before.toString(), rejecting.toString())
                        .out())
                .contains(" tls                on -> off\n")
                .doesNotContain("not used");
        assertThat(Run.of("diff", "--json", rejecting.toString(), refusing.toString())
                        .out())
                .contains("\"max_rcpts_per_msg\":{\"before\":\"7\",\"after\":\"50\"}");
    }
}
