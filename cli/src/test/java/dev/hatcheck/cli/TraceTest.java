package dev.hatcheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TraceTest {
    private static final String HAT = """
            $SECURE
                ACCEPT { tls = "required" max_message_size = 1M odd = "kept" }
            LATER:
                192.0.2.0/24
                CONTINUE
            PARTNERS:
                sbrs[none]
                .partner.example (only by name)
                $SECURE
            198.51.100.1
                TCPREFUSE
            ALL
                REJECT
            """;

    @TempDir
    private Path folder;

    private String json(String... arguments) throws Exception {
        Path hat = Files.writeString(folder.resolve("t.hat"), HAT);
        var all = new ArrayList<>(List.of("trace", "--json", "--hat", hat.toString()));
        all.addAll(List.of(arguments));
        Run run = Run.of(all.toArray(String[]::new));
        assertThat(run.code()).isZero();
        return run.out().replace(folder.toString(), "");
    }

    @Test
    void theAnswerForProgramsHasItsFieldsInOrder() throws Exception {
        assertThat(json(
                        "--ip",
                        "192.0.2.7",
                        "--host",
                        "MX.Partner.Example.",
                        "--sbrs",
                        "-3",
                        "--country",
                        "us",
                        "--rcpt",
                        "a@example.com"))
                .isEqualToIgnoringNewLines(
                        "{\"ip\":\"192.0.2.7\",\"host\":\"mx.partner.example\",\"reverseDns\":\"verified\",\"sbrs\":-3.0,"
                                + "\"country\":\"US\",\"group\":\"PARTNERS\",\"entry\":\".partner.example\",\"file\":\"/t.hat\",\"line\":8,"
                                + "\"policy\":\"SECURE\",\"behavior\":\"ACCEPT\",\"tls\":\"required\",\"parameters\":{"
                                + "\"max_message_size\":{\"value\":1048576,\"from\":\"policy\"},"
                                + "\"max_concurrency\":{\"value\":10,\"from\":\"built-in\"},"
                                + "\"max_msgs_per_session\":{\"value\":10,\"from\":\"built-in\"},"
                                + "\"max_rcpts_per_msg\":{\"value\":50,\"from\":\"built-in\"},"
                                + "\"tls\":{\"value\":\"required\",\"from\":\"policy\"},"
                                + "\"smtp_banner_code\":{\"value\":220,\"from\":\"built-in\"},"
                                + "\"smtp_banner_text\":{\"value\":\"\",\"from\":\"built-in\"},"
                                + "\"use_override_hostname\":{\"value\":\"default\",\"from\":\"built-in\"},"
                                + "\"override_hostname\":{\"value\":\"\",\"from\":\"built-in\"},"
                                + "\"max_rcpts_per_hour\":{\"value\":-1,\"from\":\"built-in\"},"
                                + "\"max_rcpts_per_hour_code\":{\"value\":452,\"from\":\"built-in\"},"
                                + "\"max_rcpts_per_hour_text\":{\"value\":\"Too many recipients received this hour\",\"from\":\"built-in\"},"
                                + "\"dhap_limit\":{\"value\":25,\"from\":\"built-in\"},"
                                + "\"use_sb\":{\"value\":\"on\",\"from\":\"built-in\"},"
                                + "\"significant_bits\":{\"value\":0,\"from\":\"built-in\"},"
                                + "\"spam_check\":{\"value\":\"on\",\"from\":\"built-in\"},"
                                + "\"virus_check\":{\"value\":\"on\",\"from\":\"built-in\"},"
                                + "\"dkim_verification_profile\":{\"value\":\"\",\"from\":\"built-in\"},"
                                + "\"spf_profile\":{\"value\":\"\",\"from\":\"built-in\"},"
                                + "\"dmarc_verification_profile\":{\"value\":\"\",\"from\":\"built-in\"},"
                                + "\"odd\":{\"value\":\"kept\",\"from\":\"policy\"}},"
                                + "\"whyNot\":[{\"group\":\"LATER\",\"entry\":\"192.0.2.0/24\",\"line\":4,"
                                + "\"reason\":\"it matches, and its CONTINUE lets later entries decide\"}],"
                                + "\"steps\":[{\"command\":\"connect\",\"code\":220,\"text\":[\"mail.example ESMTP\"]},"
                                + "{\"command\":\"EHLO mx.partner.example\",\"code\":250,"
                                + "\"text\":[\"mail.example\",\"8BITMIME\",\"SIZE 1048576\",\"STARTTLS\"]},"
                                + "{\"command\":\"MAIL FROM:<sender@example.com>\",\"code\":530,"
                                + "\"text\":[\"#5.7.0 Must issue a STARTTLS command first\"]},"
                                + "{\"command\":\"RCPT TO:<a@example.com>\",\"code\":530,"
                                + "\"text\":[\"#5.7.0 Must issue a STARTTLS command first\"]},"
                                + "{\"command\":\"DATA\",\"code\":530,\"text\":[\"#5.7.0 Must issue a STARTTLS command first\"]}],"
                                + "\"assumed\":[\"that a match with CONTINUE leaves the decision to later entries is recalled, not documented\","
                                + "\"members before conditions: which of several matches of a group the log reports is not documented\"]}\n");
    }

    @Test
    void overTlsTheMessageGoesUpToItsText() throws Exception {
        assertThat(json("--ip", "192.0.2.7", "--host", "mx.partner.example", "--tls", "yes", "--rcpt", "a@example.com"))
                .contains("{\"command\":\"STARTTLS\",\"code\":220,", "{\"command\":\"DATA\",\"code\":354,");
    }

    @Test
    void withoutRecipientsTheSessionEndsWithMail() throws Exception {
        assertThat(json("--ip", "192.0.2.7", "--host", "mx.partner.example", "--from", "<>", "--helo", "h"))
                .contains("\"EHLO h\"", "\"MAIL FROM:<>\"")
                .doesNotContain("RCPT", "DATA");
    }

    @Test
    void aRejectedClientIsAnsweredToo() throws Exception {
        assertThat(json("--ip", "203.0.113.1", "--sbrs", "1"))
                .contains(
                        "\"group\":null,\"entry\":\"ALL\"",
                        "\"policy\":null,\"behavior\":\"REJECT\"",
                        "\"steps\":[{\"command\":\"connect\",\"code\":554,\"text\":[\"mail.example\",\"Your access");
    }

    @Test
    void aClientRefusedBelowSmtpHearsNothing() throws Exception {
        assertThat(json("--ip", "198.51.100.1", "--sbrs", "1")).contains("\"behavior\":\"TCPREFUSE\"", "\"steps\":[]");
    }

    @Test
    void aNameThatLeadsElsewhereIsToldAndNotMatched() throws Exception {
        assertThat(json("--ip", "203.0.113.1", "--sbrs", "1", "--unverified", "mx.partner.example"))
                .contains("\"host\":\"mx.partner.example\",\"reverseDns\":\"mismatch\"", "\"entry\":\"ALL\"");
    }

    @Test
    void theTwoWaysToHaveNoNameAreTold() throws Exception {
        assertThat(json("--ip", "203.0.113.1", "--ptr", "nx")).contains("\"host\":null,\"reverseDns\":\"none\"");
        assertThat(json("--ip", "203.0.113.1", "--ptr", "servfail"))
                .contains("\"host\":null,\"reverseDns\":\"failed\"");
    }

    @Test
    void whyAGroupDoesNotDecideIsToldTheNearestEntryFirst() throws Exception {
        assertThat(json(
                        "--ip",
                        "198.51.101.7",
                        "--sbrs",
                        "1",
                        "--unverified",
                        "mx.partner.example",
                        "--why-not",
                        "PARTNERS"))
                .contains("\"whyNotGroup\":{\"group\":\"PARTNERS\",\"decides\":false,\"entries\":["
                        + "{\"entry\":\".partner.example\",\"line\":8,"
                        + "\"reason\":\"the name is not verified: its own look-up does not lead back to the address\","
                        + "\"steps\":1,\"nearness\":\"mx.partner.example would match if it were verified\"}");
    }

    @Test
    void aGroupThatDecidesNeedsNoReasons() throws Exception {
        assertThat(json("--ip", "192.0.2.7", "--host", "mx.partner.example", "--why-not", "PARTNERS"))
                .contains("\"whyNotGroup\":{\"group\":\"PARTNERS\",\"decides\":true,\"entries\":[]}");
        assertThat(Run.of("trace", "--ip", "208.90.57.32", "--why-not", "CRES").out())
                .contains("Why not CRES\n\n It is the group that decides.\n");
    }

    @Test
    void aGroupThatTheTableLacksIsAMistakeAndItsGroupsAreTold() {
        Run run = Run.of("trace", "--ip", "192.0.2.7", "--why-not", "CRESS");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("the table has no group \"CRESS\"; its groups are CRES, RELAYLIST,");
    }

    @Test
    void aPrivateAddressHasNoScoreWhateverIsSaid() {
        Run run = Run.of("trace", "--json", "--ip", "10.1.2.3", "--sbrs", "-9");
        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("\"sbrs\":null", "\"entry\":\"ALL\"");
        assertThat(run.err())
                .endsWith("hatcheck: --sbrs is left out of account: nobody asks the reputation service about a private"
                        + " address\n");
    }

    @Test
    void whatNobodyIsAskedAboutIsNotCalledUnsaid() {
        assertThat(Run.of("trace", "--ip", "10.1.2.3", "--country", "KP").out())
                .contains(" country  none: a private address is not asked about\n");
        assertThat(Run.of("trace", "--ip", "192.0.2.1", "--type", "private", "--country", "KP")
                        .out())
                .contains(" country  none: the listener asks for none\n");
        assertThat(Run.of("trace", "--ip", "192.0.2.1").out())
                .contains(" country  not known: neither --reputation nor --country says it\n");
    }

    @Test
    void aPrivateAddressIsInNoCountryAndOfNoOrganizationWhateverIsSaid() throws Exception {
        Path hat = Files.writeString(
                folder.resolve("g.hat"), "G:\n    geo[US]\n    sbo:42\n    REJECT\nALL\n    ACCEPT\n");
        Run run = Run.of(
                "trace", "--json", "--hat", hat.toString(), "--ip", "10.1.2.3", "--country", "us", "--org", "42");
        assertThat(run.out()).contains("\"country\":null", "\"group\":null,\"entry\":\"ALL\"");
        assertThat(run.err()).contains("--country and --org are left out of account");
    }

    @Test
    void whatIsNotGivenIsLookedUp() throws Exception {
        Path zone = Files.writeString(folder.resolve("t.zone"), """
                7.2.0.192.in-addr.arpa. PTR mx.partner.example.
                mx.partner.example. A 192.0.2.7
                """);
        Path scores = Files.writeString(folder.resolve("t.rep"), "192.0.2.0/24 5.2 DE\n");
        assertThat(json("--ip", "192.0.2.7", "--zone", zone.toString(), "--reputation", scores.toString()))
                .contains(
                        "\"host\":\"mx.partner.example\",\"reverseDns\":\"verified\",\"sbrs\":5.2,\"country\":\"DE\"");
    }

    @Test
    void anIpv6ClientNamesItselfAsSuch() throws Exception {
        assertThat(json("--ip", "2001:db8::1")).contains("EHLO [IPv6:2001:db8::1]");
    }

    @Test
    void aPrivateListenerRejectsStrangersAndRelaysForItsOwn() {
        assertThat(Run.of("trace", "--json", "--type", "private", "--ip", "192.0.2.1")
                        .out())
                .contains("\"behavior\":\"REJECT\"");
        assertThat(Run.of("trace", "--json", "--type", "private", "--ip", "10.0.0.1", "--rcpt", "x@elsewhere.com")
                        .out())
                .contains(
                        "\"behavior\":\"RELAY\"",
                        "recipient <x@elsewhere.com> ok",
                        "max_rcpts_per_msg: the default of a private listener is recalled");
    }

    @Test
    void aDefaultOfTheListenerSaysSo() {
        assertThat(Run.of("trace", "--json", "--ip", "192.0.2.1", "--sbrs", "1", "--set", "hat_default_tls=on")
                        .out())
                .contains("\"tls\":{\"value\":\"on\",\"from\":\"listener\"}");
    }

    @Test
    void aBannerIsSaidWithWhatItRestsOn() throws Exception {
        assertThat(json("--ip", "203.0.113.1", "--sbrs", "1", "--set", "hat_default_reject_banner_text=no\\nnever"))
                .contains(
                        "\"smtp_banner_text\":{\"value\":\"no\\nnever\",\"from\":\"listener\"}",
                        "{\"command\":\"connect\",\"code\":554,\"text\":[\"mail.example\",\"no\",\"never\"]}",
                        "\"a text of the policy's own stands where the usual one does");
    }

    @Test
    void aDelayedRejectionIsPlayedToItsRecipients() throws Exception {
        String delayed = "global_hat_delayed_rejection=on";
        assertThat(json("--ip", "203.0.113.1", "--sbrs", "1", "--set", delayed, "--rcpt", "a@example.com"))
                .contains(
                        "\"behavior\":\"REJECT\"",
                        "{\"command\":\"connect\",\"code\":220,\"text\":[\"mail.example ESMTP\"]}",
                        "{\"command\":\"RCPT TO:<a@example.com>\",\"code\":554,\"text\":[\"Your access",
                        "{\"command\":\"DATA\",\"code\":503,",
                        "\"recipients are refused with the code and the text");
    }

    @Test
    void peopleReadWhatActsApartFromWhatIsOnlyKept() throws Exception {
        Path hat = Files.writeString(folder.resolve("p.hat"), """
                ALL
                    ACCEPT { odd = "kept" dhap_limit = 7 max_message_size = 1M }
                """);
        String out =
                Run.of("trace", "--ip", "192.0.2.1", "--hat", hat.toString()).out();
        String kept = "Parameters that the policy has and that are kept, but not enforced yet";
        assertThat(out).contains(kept).doesNotContain("spam_check");
        assertThat(out.substring(0, out.indexOf(kept)))
                .contains("max_message_size", "max_concurrency")
                .doesNotContain("odd", "dhap_limit");
        assertThat(out.substring(out.indexOf(kept)).lines())
                .anyMatch(line -> line.matches(" dhap_limit +7 +policy"))
                .anyMatch(line -> line.matches(" odd +kept +policy"));
    }

    @Test
    void aListenerThatDoesNotAskForScoresSaysSo() {
        Run run = Run.of("trace", "--json", "--type", "private", "--ip", "192.0.2.1", "--sbrs", "-5");
        assertThat(run.out()).contains("\"sbrs\":null");
        assertThat(run.err()).contains("--set use_senderbase=on makes it ask");
        assertThat(Run.of(
                                "trace",
                                "--json",
                                "--type",
                                "private",
                                "--set",
                                "use_senderbase=on",
                                "--ip",
                                "192.0.2.1",
                                "--sbrs",
                                "-5")
                        .out())
                .contains("\"sbrs\":-5.0");
    }

    @Test
    void dnsListsAreThoseOfTheZone() throws Exception {
        Path hat = Files.writeString(folder.resolve("lists.hat"), """
                LISTED:
                    dnslist[list.example]
                    REJECT
                ALL
                    ACCEPT
                """);
        Path zone = Files.writeString(folder.resolve("lists.zone"), "1.2.0.192.list.example. A 127.0.0.2\n");
        String[] trace = {"trace", "--hat", hat.toString(), "--zone", zone.toString(), "--ip", "192.0.2.1"};
        assertThat(Run.of(trace).out()).contains(" entry     dnslist[list.example]\n");
        trace[6] = "192.0.2.2";
        assertThat(Run.of(trace).out()).contains(" entry     ALL\n", "the client is not on this DNS list");
    }

    @Test
    void peopleReadTheDecisionFirst() {
        assertThat(Run.of("trace", "--ip", "208.90.57.32").out())
                .contains(
                        " behavior  ACCEPT\n tls       required\n policy    $CRES_TLS\n group     CRES\n"
                                + " entry     208.90.57.0/26\n where     cres.hat:",
                        " S: 220 mail.example ESMTP\n C: EHLO [208.90.57.32]\n S: 250-mail.example\n");
    }

    @Test
    void ofVeryManyEntriesThoseThatItWouldTakeLeastToMeetAreTold() throws Exception {
        var hat = new StringBuilder("A:\n");
        for (int i = 0; i < 200; i++) {
            hat.append("192.0.2.").append(i).append('\n');
        }
        Path many = Files.writeString(folder.resolve("many.hat"), hat.append("REJECT\nALL\nACCEPT\n"));
        Run run = Run.of(
                "trace",
                "--hat",
                many.toString(),
                "--ip",
                "192.0.2.240",
                "--ptr",
                "nx",
                "--sbrs",
                "none",
                "--why-not",
                "A");
        assertThat(run.out())
                .contains(
                        "Why not A\n\n line 114  192.0.2.112  the address is outside (",
                        "Entries before it, the nearest first, and why they did not decide\n\n line 114  A  192.0.2.112  the",
                        "\n\n and 180 more, which --json has.\n\nParameters in force");
        assertThat(run.out().lines().count()).isLessThan(120);
        assertThat(Run.of("trace", "--json", "--hat", many.toString(), "--ip", "192.0.2.240", "--why-not", "A")
                        .out())
                .contains("\"entry\":\"192.0.2.0\",\"line\":2,", "\"entry\":\"192.0.2.199\",\"line\":201,");
    }

    @Test
    void aTableThatSaysNothingLeavesItToTheListener() throws Exception {
        Path empty = Files.writeString(folder.resolve("empty.hat"), "# nothing yet\n");
        assertThat(Run.of("trace", "--hat", empty.toString(), "--ip", "192.0.2.1")
                        .out())
                .contains(" policy    none: the listener's default\n", " where     listener default\n");
    }
}
