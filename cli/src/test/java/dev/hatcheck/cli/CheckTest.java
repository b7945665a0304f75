package dev.hatcheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckTest {
    private static final String HAT = """
            PARTNERS:
                192.0.2.0/24
                .partner.example
                REJECT
            LATER:
                192.0.2.7
                ACCEPT
            ALL
                RELAY
            """;

    private static final Pattern FOUND = Pattern.compile(
            "\"code\":\"([^\"]*)\",\"severity\":\"([^\"]*)\",\"file\":\"[^\"]*/([^\"/]*)\",\"line\":([0-9]+)");

    @TempDir
    private Path folder;

    private Run check(String... more) throws Exception {
        Path hat = Files.writeString(folder.resolve("my table.hat"), HAT);
        var all = new ArrayList<>(List.of("check", "--hat", hat.toString()));
        all.addAll(List.of(more));
        Run run = Run.of(all.toArray(String[]::new));
        return new Run(run.code(), run.out().replace(folder.toString(), ""), run.err());
    }

    @Test
    void findingsAreToldWithTheirLineTheirReasonAndAClient() throws Exception {
        Run run = check();
        assertThat(run.code()).isOne();
        assertThat(run.out()).isEqualTo("""
                 /my table.hat:8: error [all-relays]
                     ALL relays: whoever meets no other entry may send to any recipient.
                     Mend: let ALL accept or reject, and name the hosts that may relay.
                     client  198.51.100.1, no PTR record, no score
                     see     ./hatcheck trace --hat '/my table.hat' --ip 198.51.100.1 --ptr nx --sbrs none

                 /my table.hat:6: warning [never-decides]
                     192.0.2.7 of LATER never decides: all that it means is taken before by
                     192.0.2.0/24 of PARTNERS (line 2).
                     Mend: move it before that, or leave it out.
                     client  192.0.2.7, no PTR record, no score
                     see     ./hatcheck trace --hat '/my table.hat' --ip 192.0.2.7 --ptr nx --sbrs none

                 /my table.hat:3: note [suffix-without-name]
                     .partner.example of PARTNERS does not mean partner.example itself, and no
                     other entry does.
                     Mend: add partner.example to the group, if it sends mail.
                     client  198.51.100.1, verified as partner.example, no score
                     see     ./hatcheck trace --hat '/my table.hat' --ip 198.51.100.1 --host partner.example --sbrs none

                 1 error, 1 warning, 1 note.
                """);
    }

    @Test
    void forProgramsTheyHaveCodesThatStay() throws Exception {
        assertThat(check("--json").out())
                .startsWith(
                        "{\"findings\":[{\"code\":\"suffix-without-name\",\"severity\":\"note\",\"file\":\"/my table.hat\",\"line\":3,"
                                + "\"message\":\".partner.example of PARTNERS does not mean partner.example itself, and no other entry does\","
                                + "\"mend\":\"add partner.example to the group, if it sends mail\",\"client\":{\"ip\":\"198.51.100.1\",")
                .contains("\"related\":[{\"file\":\"/my table.hat\",\"line\":2}]");
    }

    @Test
    void codeHostsAreToldInSarif() throws Exception {
        Path sarif = folder.resolve("found.sarif");
        check("--sarif", sarif.toString());
        assertThat(Files.readString(sarif).replace(folder.toString(), ""))
                .startsWith(
                        "{\"$schema\":\"https://json.schemastore.org/sarif-2.1.0.json\",\"version\":\"2.1.0\",\"runs\":[{\"tool\":"
                                + "{\"driver\":{\"name\":\"hatcheck\",\"rules\":[{\"id\":\"never-decides\",\"shortDescription\":{\"text\":")
                .contains(
                        "{\"ruleId\":\"never-decides\",\"ruleIndex\":0,\"level\":\"warning\",\"message\":{\"text\":\"192.0.2.7 of LATER"
                                + " never decides: all that it means is taken before by 192.0.2.0/24 of PARTNERS (line 2). Mend: move it"
                                + " before that, or leave it out.\"},\"locations\":[{\"physicalLocation\":{\"artifactLocation\":{\"uri\":"
                                + "\"file:///my%20table.hat\"},\"region\":{\"startLine\":6}}}],\"relatedLocations\":[{\"physicalLocation\":"
                                + "{\"artifactLocation\":{\"uri\":\"file:///my%20table.hat\"},\"region\":{\"startLine\":2}}}]}");
    }

    @Test
    void sarifMayBeTheAnswer() throws Exception {
        Path sarif = folder.resolve("found.sarif");
        check("--sarif", sarif.toString());
        Run run = check("--sarif", "-");
        assertThat(run.code()).isOne();
        assertThat(run.out()).isEqualTo(Files.readString(sarif).replace(folder.toString(), ""));
        assertThat(Run.of("check", "--sarif", "-", "--svg", "-", "--json").err())
                .isEqualTo(
                        "hatcheck: --svg - and --sarif - and --json all want standard output; name files, or leave out"
                                + " the others\n");
    }

    @Test
    void aNoteIsAFindingUnlessOnlyWhatIsWorseIsAskedFor() {
        Run all = Run.of("check");
        assertThat(all.code()).isOne();
        assertThat(all.out()).contains(".res.cisco.com of CRES does not mean res.cisco.com itself", " notes.\n");
        Run warnings = Run.of("check", "--severity", "warning");
        assertThat(warnings.code()).isZero();
        assertThat(warnings.out()).isEqualTo(" No errors or warnings; 7 of lesser severity left out.\n");
        assertThat(Run.of("check", "--severity", "error").out())
                .isEqualTo(" No errors; 7 of lesser severity left out.\n");
        assertThat(Run.of("check", "--severity", "fatal").err())
                .contains("expected error, warning or note, not \"fatal\"");
    }

    @Test
    void theLeastSeverityGoesForEveryForm() throws Exception {
        Path sarif = folder.resolve("errors.sarif");
        assertThat(check("--severity", "error").out()).endsWith(" 1 error; 2 of lesser severity left out.\n");
        Run run = check("--severity", "error", "--json", "--sarif", sarif.toString());
        assertThat(run.code()).isOne();
        assertThat(run.out()).contains("all-relays").doesNotContain("never-decides", "suffix-without-name");
        assertThat(Files.readString(sarif))
                .contains("\"ruleId\":\"all-relays\"")
                .doesNotContain("\"ruleId\":\"never-decides\"");
    }

    @Test
    void whatReadersDoubtIsFoundAndNotToldTwice() throws Exception {
        Path hat = Files.writeString(folder.resolve("doubtful.hat"), """
                $POLICY
                    ACCEPT { tsl = "required" }
                PARTNERS:
                    192.0.2.1/24
                    mailhost
                    192.0.2.0/24
                    $POLICY
                OTHERS:
                    198.51.100.1
                    $TRUSTED
                SPAM:
                    198.51.100.2
                    REJECT { smtp_banner_code = 220 }
                """);
        Path rat = Files.writeString(folder.resolve("doubtful.rat"), """
                a@example.com ACCEPT 250 welcome
                a@example.com REJECT
                b@example.com ACCEPT { bypass_ldap_accept }
                """);
        Run run = Run.of("check", "--hat", hat.toString(), "--rat", rat.toString(), "--json");
        assertThat(run.err()).isEmpty();
        assertThat(FOUND.matcher(run.out())
                        .results()
                        .map(found ->
                                found.group(3) + ":" + found.group(4) + " " + found.group(2) + " " + found.group(1)))
                .contains(
                        "doubtful.hat:2 warning unknown-parameter",
                        "doubtful.hat:4 warning bits-behind-prefix",
                        "doubtful.hat:5 warning one-label",
                        "doubtful.hat:6 note duplicate",
                        "doubtful.hat:10 note policy-not-defined",
                        "doubtful.hat:13 warning rejects-nobody",
                        "doubtful.hat:13 warning no-all",
                        "doubtful.rat:1 note not-enforced",
                        "doubtful.rat:2 warning duplicate",
                        "doubtful.rat:3 note not-enforced",
                        "doubtful.rat:3 note no-all");
        assertThat(run.out())
                .contains("\"mend\":\"write tls, if that is meant\"", "\"mend\":\"write 192.0.2.0/24, or the length");
    }

    @Test
    void aZoneShowsWhichNamesAreMissed() throws Exception {
        Path zone = Files.writeString(
                folder.resolve("cres.zone"),
                "res.cisco.com. A 184.94.241.74\n74.241.94.184.in-addr.arpa. PTR res.cisco.com.\n");
        Run run = Run.of("check", "--zone", zone.toString());
        assertThat(run.code()).isOne();
        assertThat(run.out())
                .contains("cres.hat:20: warning [suffix-without-name]", "184.94.241.74, verified as res.cisco.com")
                .doesNotContain("cres.iphmx.com itself");
    }

    @Test
    void ofVeryManyFindingsOfAKindTheFirstAreTold() throws Exception {
        var hat = new StringBuilder("A:\n192.0.2.0/24\nREJECT\nB:\n");
        for (int i = 0; i < 30; i++) {
            hat.append("192.0.2.").append(i).append('\n');
        }
        Path many = Files.writeString(folder.resolve("many.hat"), hat.append("ACCEPT\nALL\nACCEPT\n"));
        Run run = Run.of("check", "--hat", many.toString());
        assertThat(run.out())
                .contains(" 10 more of never-decides, which --json has.\n", "30 warnings.")
                .doesNotContain("192.0.2.20 of B");
    }

    @Test
    void aTableWithoutFindingsSaysSo() {
        assertThat(Run.of("check", "--type", "private").out()).isEqualTo(" Nothing was found.\n");
    }
}
