package dev.hatcheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProveTest {
    private static final String HAT = """
            $SECURE
                ACCEPT { tls = "required" }
            $OPEN
                ACCEPT { tls = "on" }
            PARTNERS:
                .partner.example
                192.0.2.0/26
                $SECURE
            LISTED:
                dnslist[list.example]
                REJECT
            RELAYS:
                10.0.0.0/8
                relay.example
                RELAY
            FAR:
                geo[FR]
                sbo:77
                2001:db8::/32
                $OPEN
            BAD:
                sbrs[-10.0:-1.0]
                not.double.verified
                TCPREFUSE
            REST:
                serv.fail
                sbrs[none]
                $OPEN
            ALL
                REJECT
            """;

    private static final String ZONE = """
            mx1.partner.example.        A    192.0.2.1
            mx2.partner.example.        A    198.51.100.2
            partner.example.            A    198.51.100.3
            mx4.partner.example.        A    198.51.100.4
            1.2.0.192.in-addr.arpa.     PTR  mx1.partner.example.
            2.100.51.198.in-addr.arpa.  PTR  mx2.partner.example.
            3.100.51.198.in-addr.arpa.  PTR  partner.example.
            7.113.0.203.list.example.   A    127.0.0.2
            """;

    @TempDir
    private Path folder;

    private Run prove(String... arguments) throws Exception {
        Path hat = Files.writeString(folder.resolve("t.hat"), HAT);
        Files.writeString(folder.resolve("t.zone"), ZONE);
        var all = new ArrayList<>(List.of("prove", "--hat", hat.toString()));
        Arrays.stream(arguments)
                .map(argument ->
                        argument.replace("t.zone", folder.resolve("t.zone").toString()))
                .forEach(all::add);
        return Run.of(all.toArray(String[]::new));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "from 192.0.2.0/26 requires tls",
                "from 192.0.2.0-63 requires tls",
                "from 192.0.2.1, 192.0.2.2 uses $SECURE",
                "host .partner.example, a.b.partner.example requires TLS",
                "everybody in PARTNERS requires tls",
                "in RELAYS relays",
                "only RELAYS relays",
                "only RELAYS, FAR, REST are accepted without tls",
                "only 10.0.0.0/8, relay.example relay",
                "nobody relays except RELAYS",
                "from 10.0.0.0/8 unverified relays except LISTED",
                "from 10.0.0.0/8 host .partner.example is in PARTNERS",
                "country FR unverified is accepted except LISTED, 192.0.2.0/26, 10.0.0.0/8",
                "score -10.0:-1.0 is refused except PARTNERS, RELAYS, FAR",
                "nobody score 5.0:5.0 is accepted without tls except RELAYS, FAR, serv.fail",
                "everybody is refused except PARTNERS, RELAYS, FAR, REST",
                "score 1.0:2.0 from 10.0.0.0/8 requires tls",
            })
    void whatHoldsForAllIsProven(String claim) throws Exception {
        Run run = prove(claim);
        assertThat(run.out()).contains("PROVEN   " + claim, "1 claim, proven");
        assertThat(run.code()).isZero();
        assertThat(run.err()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "from 192.0.2.0/25 is accepted",
                "host partner.example requires tls",
                "only PARTNERS is accepted",
                "nobody relays",
                "from 192.0.2.0/26 is refused",
                "from 2001:db8::/33 requires tls",
                "country FR requires tls",
                "score none requires tls",
                "everybody is in REST",
                "nobody is in LISTED",
                "nobody uses $SECURE",
                "everybody requires tls",
                "unverified is refused",
                "nobody is refused",
            })
    void whatDoesNotHoldIsRefutedByAClientThatTraceShows(String claim) throws Exception {
        Run run = prove("--json", claim);
        assertThat(run.code()).isOne();
        assertThat(run.out()).contains("\"proven\":0,\"refuted\":1");
        var counterexample = Pattern.compile(
                        "\"trace\":\"./hatcheck (.*?)\"},\"group\":.*?(\"entry\":.*?,\"file\":.*?,\"line\":\\d+,)")
                .matcher(run.out());
        int found = 0;
        while (counterexample.find()) {
            found++;
            var arguments = new ArrayList<>(
                    List.of(counterexample.group(1).replace("'", "").split(" ")));
            arguments.add("--json");
            assertThat(Run.of(arguments.toArray(String[]::new)).out()).contains(counterexample.group(2));
        }
        assertThat(found).isPositive();
    }

    @Test
    void aClaimInAFileMayHaveACommentBehindIt() throws Exception {
        Path claims =
                Files.writeString(folder.resolve("c.claims"), "# all of them\nonly RELAYS relays   # nobody else\n\n");
        Run run = prove("--claims", claims.toString());
        assertThat(run.out()).contains("PROVEN   only RELAYS relays\n", "1 claim, proven.");
    }

    @Test
    void programsAreToldWhichClaimItIs() throws Exception {
        Path claims = Files.writeString(folder.resolve("c.claims"), "\nonly RELAYS relays\n");
        assertThat(prove("--json", "host relay.example relays", "--claims", claims.toString())
                        .out()
                        .replace(folder.toString(), ""))
                .contains(
                        "{\"claim\":\"host relay.example relays\",\"number\":1,\"file\":null,\"line\":null,\"proven\":false,",
                        "{\"claim\":\"only RELAYS relays\",\"number\":2,\"file\":\"/c.claims\",\"line\":2,\"proven\":true,");
    }

    @Test
    void claimsMayComeOnStandardInput() throws Exception {
        Path claims = Files.writeString(folder.resolve("c.claims"), "only RELAYS relays\nonly RELAYS reels\n");
        Path hat = Files.writeString(folder.resolve("in.hat"), HAT);
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "prove",
                        "--hat",
                        hat.toString(),
                        "--claims",
                        "-")
                .redirectInput(claims.toFile())
                .redirectErrorStream(true)
                .start();
        assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .contains("standard input:2:13: found \"reels\"");
        assertThat(process.waitFor()).isEqualTo(2);
    }

    @Test
    void aFileWithoutClaimsProvesNothing() throws Exception {
        Path claims = Files.writeString(folder.resolve("c.claims"), "# none yet\n");
        Run run = prove("--claims", claims.toString());
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("c.claims: expected a claim at least");
    }

    @Test
    void aRefutationNamesTheClientTheEntryAndTheCommand() throws Exception {
        Run run = prove("from 198.51.100.0/24 requires tls");
        assertThat(run.code()).isOne();
        assertThat(run.out().replace(folder.toString(), "")).startsWith("""
                 REFUTED  from 198.51.100.0/24 requires tls
                     client  198.51.100.1, verified as relay.example, no score
                     entry   /t.hat:14 of RELAYS, relay.example
                     does    RELAY, tls off
                """);
    }

    @Test
    void ofNobodyEverythingHoldsAndThatIsTold() throws Exception {
        assertThat(prove("score 1.0:2.0 from 10.0.0.0/8 requires tls").out())
                .contains("There is no client of whom this speaks.");
    }

    @Test
    void aClaimAboutNamesSaysThatTheyHaveToBeVerified() throws Exception {
        assertThat(prove("host .partner.example requires tls").out()).contains("whose name is verified");
        assertThat(prove("from 192.0.2.1 requires tls").out()).doesNotContain("whose name is verified");
    }

    @Test
    void theHostsOfAZoneAreTakenAsTheZoneVerifiesThem() throws Exception {
        Run run = prove("zone-hosts t.zone requires tls except 198.51.100.4");
        assertThat(run.code()).isOne();
        assertThat(run.out())
                .contains(
                        "3 hosts: it holds for 1, for 1 more while reverse DNS works, and not for 1.",
                        "It does not hold for partner.example (198.51.100.3):",
                        "client  198.51.100.3, verified as partner.example,")
                .containsPattern("because of:\n +mx2.partner.example +198.51.100.2 +FAR +ACCEPT by \\$OPEN, tls on\n");
    }

    @Test
    void aHostWhoseNameTheZoneDoesNotVerifyIsNotMetByIt() throws Exception {
        assertThat(prove("zone-hosts t.zone requires tls").out())
                .contains("It does not hold for mx4.partner.example (198.51.100.4):", "198.51.100.4, no PTR record");
    }

    @Test
    void claimsInAFileRunAsASuite() throws Exception {
        Path claims = Files.writeString(
                folder.resolve("claims"),
                "# what partners were promised\n\nhost .partner.example requires tls\n  nobody relays\n");
        Path junit = folder.resolve("junit.xml");
        Run run = prove("--claims", claims.toString(), "--junit", junit.toString(), "only RELAYS relays");

        assertThat(run.code()).isOne();
        assertThat(run.out()).contains("2 of 3 claims proven.");
        assertThat(prove("--claims", claims.toString(), "--junit", "-", "only RELAYS relays")
                        .out())
                .isEqualTo(Files.readString(junit));
        assertThat(prove("--junit", "-", "--json", "nobody relays").err())
                .contains("--junit - and --json both want standard output");
        assertThat(Files.readString(junit).replace(folder.toString(), ""))
                .startsWith("""
                        <?xml version="1.0" encoding="UTF-8"?>
                        <testsuite name="hatcheck prove" tests="3" failures="1" errors="0" skipped="0">
                          <testcase classname="claim 1" name="only RELAYS relays"/>
                          <testcase classname="/claims:3" name="host .partner.example requires tls"/>
                          <testcase classname="/claims:4" name="nobody relays">
                            <failure message="10.0.0.1, no PTR record">10.0.0.1, no PTR record
                        /t.hat:13 of RELAYS, 10.0.0.0/8: RELAY, tls off
                        """)
                .endsWith("</failure>\n  </testcase>\n</testsuite>\n");
    }

    @Test
    void whatCannotBeWrittenCostsNoVerdict() throws Exception {
        Path junit = folder.resolve("none/junit.xml");
        Run run = prove("nobody relays", "--junit", junit.toString());
        assertThat(run)
                .isEqualTo(new Run(
                        3, prove("nobody relays").out(), junit + ": it cannot be written: there is no such folder\n"));
    }

    @Test
    void whatCannotBeReadIsToldOfAllClaimsAtOnce() throws Exception {
        Path claims = Files.writeString(folder.resolve("claims"), "# none\nhost a,, relays\nin PARTNER relays\n");
        Run run = prove(
                "from 192.0.2.0/26 reqires tls",
                "only RELAY relays",
                "from 10.1.1.300 relays",
                "from a.example relays",
                "nobody is",
                "nobody uses $NONE",
                "only dnslist[list.example] relays",
                "only RELAYS relays today",
                "zone-hosts " + folder.resolve("none.zone") + " requires tls",
                "--claims",
                claims.toString());
        assertThat(run.code()).isEqualTo(3); // as one of the files is not there
        assertThat(run.out()).isEmpty();
        assertThat(run.err().replace(folder.toString(), "").lines())
                .containsExactly(
                        "claim 1:19: found \"reqires\", expected a comma, from, host, unverified, score, country, in,"
                                + " requires, relays, uses or is",
                        "claim 2:6: found \"RELAY\", expected a sender group, an address or a host name; as it has no dot,"
                                + " a sender group of the table (PARTNERS, LISTED, RELAYS, FAR, BAD, REST); did you mean"
                                + " RELAYS?",
                        "claim 3:6: found \"10.1.1.300\": \"10.1.1.300\" has an octet above 255",
                        "claim 4:6: found \"a.example\", expected an address, a block or a range, as in 192.0.2.0/24",
                        "claim 5:10: found the end, expected refused, in or accepted",
                        "claim 6:13: found \"$NONE\", expected a policy of the table ($SECURE, $OPEN)",
                        "claim 7:6: found \"dnslist[list.example]\", expected a sender that is no DNS list: claims do not speak of those",
                        "claim 8:20: found \"today\", expected the end",
                        "/claims:2:8: found \",\", expected a host name, or one with a leading dot for all names below it",
                        "/claims:3:4: found \"PARTNER\", expected a sender group of the table (PARTNERS, LISTED, RELAYS,"
                                + " FAR, BAD, REST); did you mean PARTNERS?",
                        "/none.zone: there is no such file or folder");
    }

    @Test
    void aClaimThatCannotBeReadEndsWithTwo() throws Exception {
        assertThat(prove("everybody").code()).isEqualTo(2);
        Run none = prove();
        assertThat(none.code()).isEqualTo(2);
        assertThat(none.err()).contains("expected a claim");
    }

    @Test
    void aPrivateListenerIsAskedAboutByItsOwnPreset() {
        Run run = Run.of("prove", "--type", "private", "score -10.0:10.0 relays", "everybody is refused");
        assertThat(run.code()).isOne();
        assertThat(run.out())
                .contains("There is no client of whom this speaks.", "see     ./hatcheck trace --type private --ip ");
    }

    @Test
    void whatOnlyHoldsOfNobodyIsCounted() throws Exception {
        Run run = prove("from 10.0.0.1 country DE relays", "only RELAYS relays");
        assertThat(run.code()).isZero();
        assertThat(run.out())
                .contains("There is no client of whom this speaks.")
                .endsWith(" 2 claims, proven, 1 of them of nobody.\n");
    }

    @Test
    void whatIsDoubtfulInAClaimIsToldAsInATable() throws Exception {
        Path claims = Files.writeString(folder.resolve("claims"), "\nnobody is refused except mailhost\n");
        Run run = prove("from 10.0.0.1/8 relays", "--claims", claims.toString());
        assertThat(run.err().replace(folder.toString(), ""))
                .contains(
                        "claim 1:6: warning: \"10.0.0.1/8\" has bits behind its prefix length, which do not count: it is"
                                + " read as 10.0.0.0/8\n");
    }
}
