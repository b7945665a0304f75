package dev.hatcheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** What is drawn is a picture that any reader takes, and says all that it leaves out. */
class PictureTest {
    private static final String HAT = """
            $SECURE
                ACCEPT { tls = "required" }
            WATCHED:
                .example
                CONTINUE
            R&D<'>:
                192.0.2.0/24
                2001:db8::/48
                $SECURE
            SHADOWED:
                192.0.2.128/25
                192.0.2.7
                REJECT
            EMPTY:
                $SECURE
            198.51.100.7
                TCPREFUSE
            ALL
                RELAY
            """;

    @TempDir
    private Path folder;

    private Path hat(String name, String text) throws Exception {
        return Files.writeString(folder.resolve(name), text);
    }

    private Document drawn(String... words) throws Exception {
        var all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--svg", "-"));
        return parsed(Run.of(all.toArray(String[]::new)).out());
    }

    private Document check(String hat) throws Exception {
        return drawn("check", "--hat", hat("my.hat", hat).toString());
    }

    private static Document parsed(String svg) throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }

    private static List<String> contents(Element within, String element) {
        NodeList found = within.getElementsByTagName(element);
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> found.item(i).getTextContent())
                .toList();
    }

    private static List<String> texts(Document picture) {
        return contents(picture.getDocumentElement(), "text");
    }

    /** What is drawn of the thing whose tip begins with these words. */
    private static Element group(Document picture, String tip) {
        NodeList groups = picture.getElementsByTagName("g");
        return IntStream.range(0, groups.getLength())
                .mapToObj(i -> (Element) groups.item(i))
                .filter(group -> contents(group, "title").getFirst().startsWith(tip))
                .findFirst()
                .orElseThrow(() -> new AssertionError("nothing is drawn of " + tip));
    }

    @Test
    void aGroupIsARungWithItsOrderItsSendersItsTreatmentAndItsLine() throws Exception {
        Element rung = group(check(HAT), "2 R&D<'> (");
        assertThat(contents(rung, "text"))
                .containsExactly(
                        "2",
                        "R&D<'>",
                        "line 6, $SECURE",
                        "2 networks",
                        "192.0.2.0/24, 2001:db8::/48",
                        "ACCEPT",
                        "TLS required",
                        "unreadable-name");
        assertThat(contents(rung, "title").getFirst())
                .contains("my.hat:6)\nACCEPT, TLS required by $SECURE\n2 networks\n192.0.2.0/24, 2001:db8::/48\n");
    }

    @Test
    void rungsStandInTheOrderInWhichTheyAreAsked() throws Exception {
        assertThat(contents(check(HAT).getDocumentElement(), "title").stream()
                        .filter(tip -> tip.contains("my.hat:"))
                        .map(tip -> tip.substring(0, tip.indexOf(" (")))
                        .distinct()
                        .limit(6))
                .containsExactly("1 WATCHED", "2 R&D<'>", "3 SHADOWED", "4 EMPTY", "5 198.51.100.7", "6 ALL");
    }

    @Test
    void aRungThatDecidesAboutNobodySaysSoAndWhy() throws Exception {
        Document picture = check(HAT);
        Element shadowed = group(picture, "3 SHADOWED");
        assertThat(contents(shadowed, "text")).contains("decides about nobody", "2 never-decides");
        assertThat(contents(shadowed, "title").getFirst())
                .contains("my.hat:11: warning [never-decides] 192.0.2.128/25 of SHADOWED never decides");
        assertThat(((Element) shadowed.getElementsByTagName("rect").item(0)).getAttribute("class"))
                .isEqualTo("dead");
        assertThat(contents(group(picture, "4 EMPTY"), "text")).contains("no senders", "empty-group");
    }

    @Test
    void addressesStandInTheirOrderWithTheRungThatTheyComeToFirst() throws Exception {
        Document picture = check(HAT);
        assertThat(contents(group(picture, "192.0.2.0/24"), "text"))
                .containsExactly("2 R&D<'>", "TLS required", "192.0.2.0/24");
        assertThat(contents(group(picture, "198.51.100.7"), "text"))
                .containsExactly("5 198.51.100.7", "refuses TCP", "198.51.100.7");
        assertThat(contents(group(picture, "2001:db8::/48"), "text"))
                .containsExactly("2 R&D<'>", "TLS required", "2001:db8::/48");
    }

    @Test
    void aPictureNeedsNothingFromElsewhereAndRunsNothing() throws Exception {
        Path file = hat("my.hat", HAT);
        String svg = Run.of("check", "--hat", file.toString(), "--svg", "-").out();
        assertThat(svg)
                .startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\"")
                .contains("prefers-color-scheme: dark")
                .doesNotContain("<script", "href", "url(", "@import", "@font-face");
        assertThat(Run.of("check", "--hat", file.toString(), "--svg", "-").out())
                .isEqualTo(svg);
    }

    @Test
    void whatXmlHasNoPlaceForDoesNotGetIn() throws Exception {
        Document picture = check("A\ufffe\u202e\ud83d\ude00:\n    192.0.2.1\n    REJECT\nALL\n    ACCEPT\n");
        assertThat(texts(picture)).contains("A\ufffd\\u202e\ud83d\ude00");
    }

    @Test
    void ofAVeryLongTableTheEndsAndTheWorstAreDrawnAndTheRestIsCounted() throws Exception {
        var hat = new StringBuilder();
        for (int i = 0; i < 20_000; i++) {
            hat.append("G")
                    .append(i)
                    .append(":\n    10.")
                    .append(i / 200)
                    .append('.')
                    .append(i % 200);
            hat.append(i == 12_345 ? ".0/33\n" : ".0/24\n").append(i % 2 == 0 ? "    REJECT\n" : "    RELAY\n");
        }
        String text = hat.append("ALL\n    ACCEPT\n").toString().replace("10.61.145.0/33", "10.0.0.0/24");
        Run run = Run.of("check", "--hat", hat("long.hat", text).toString(), "--svg", "-");
        List<String> texts = texts(parsed(run.out()));
        assertThat(run.out().length()).isLessThan(120_000);
        assertThat(texts)
                .contains("G0", "G11", "G12345", "G19999", "ALL")
                .contains("\u2026 12,333 more, 13 to 12,345, with 12,333 entries")
                .contains("\u2026 7,652 more, 12,347 to 19,998, with 7,652 entries");
        assertThat(texts).anyMatch(line -> line.startsWith("19,999 stretches in 40 parts, magnified."));
        assertThat(sum(texts, "([0-9,]+) stretch(es)?")).isEqualTo(19_999);
    }

    private static int sum(List<String> texts, String form) {
        return texts.stream()
                .map(Pattern.compile(form)::matcher)
                .filter(java.util.regex.Matcher::matches)
                .mapToInt(found -> Integer.parseInt(found.group(1).replace(",", "")))
                .sum();
    }

    @Test
    void aDifferenceShowsWhatHasMovedWhatIsNewAndWhatIsGone() throws Exception {
        String before =
                "A:\n192.0.2.1\nREJECT\nB:\n192.0.2.2\nRELAY\nC:\n192.0.2.3\nREJECT\nD:\ngeo[FR]\nREJECT\nALL\nACCEPT\n";
        String after =
                "B:\n192.0.2.2\nREJECT\nC:\n192.0.2.4\nREJECT\nA:\n192.0.2.1\nREJECT\nE:\n192.0.2.9\nREJECT\nALL\nACCEPT\n";
        Document picture = drawn(
                "diff", hat("old.hat", before).toString(), hat("new.hat", after).toString());
        assertThat(contents(picture.getDocumentElement(), "title").stream()
                        .filter(tip -> tip.matches("(?s)\\d \\w+ \\(.*"))
                        .map(tip -> tip.charAt(2) + ": " + tip.substring(tip.lastIndexOf('\n') + 1)))
                .contains("A: now 3", "A: was 1", "B: other terms", "C: other senders", "D: taken away", "E: new");
        assertThat(contents(group(picture, "192.0.2.2\nchange 1: "), "text"))
                .containsExactly("relays", "rejects", "192.0.2.2", "change 1");
    }

    @Test
    void whoIsTreatedDifferentlyIsToldInWholeConditions() throws Exception {
        String named = "A:\na.example\nb.example\nc.example\nd.example\ne.example\nf.example\ng.example\nREJECT\n";
        String scored = "B:\nsbrs[-2.0:-1.0]\n%sALL\nACCEPT\n";
        Document picture = drawn(
                "diff",
                hat("old.hat", named + scored.formatted("REJECT\n")).toString(),
                hat("new.hat", named + scored.formatted("RELAY\n")).toString());
        Element change = group(picture, "any name or none but a.example, b.example");
        assertThat(contents(change, "title").getFirst()).contains("g.example and score -2.0 to -1.0\n");
        assertThat(contents(change, "text"))
                .containsSequence(
                        "any name or none but a.example, b.example, c.example, d.example,",
                        "e.example, f.example, g.example and score -2.0 to -1.0")
                .noneMatch(line -> line.contains("\u2026"));
    }

    @Test
    void clientsWithNoStretchOfAddressesOfTheirOwnAreCountedInstead() throws Exception {
        Document picture = drawn(
                "diff",
                hat("old.hat", "A:\n0.0.0.0/8\nREJECT\nALL\nACCEPT\n").toString(),
                hat("new.hat", "A:\n0.0.0.0/8\nREJECT\nALL\nRELAY\n").toString());
        assertThat(texts(picture))
                .contains("1 set of clients may have any address, or any but some, and is not drawn.")
                .noneMatch(text -> text.matches("[0-9]+ stretch(es)? of .*"));
    }

    @Test
    void theFirstAddressAndTheLastAreDrawn() throws Exception {
        String ends = "A:\n0.0.0.0\nffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff\n";
        Document picture = drawn(
                "diff",
                hat("old.hat", ends + "REJECT\nALL\nACCEPT\n").toString(),
                hat("new.hat", ends + "RELAY\nALL\nACCEPT\n").toString());
        assertThat(texts(picture)).contains("1 stretch of IPv4 addresses", "1 stretch of IPv6 addresses");
    }

    @Test
    void tablesOfTheSameMeaningAreDrawnAsSuch() throws Exception {
        Document picture = drawn(
                "diff", hat("old.hat", HAT).toString(), hat("new.hat", HAT).toString());
        assertThat(texts(picture)).contains("The tables mean the same: no client is treated differently.");
    }

    @Test
    void aPictureInAFileChangesNothingElse() throws Exception {
        Path file = hat("my.hat", HAT);
        Path svg = folder.resolve("my.svg");
        for (String json : List.of("", "--json")) {
            List<String> words = json.isEmpty()
                    ? List.of("check", "--hat", file.toString())
                    : List.of("check", "--hat", file.toString(), json);
            var more = new ArrayList<>(words);
            more.addAll(List.of("--svg", svg.toString()));
            assertThat(Run.of(more.toArray(String[]::new))).isEqualTo(Run.of(words.toArray(String[]::new)));
            assertThat(Files.readString(svg))
                    .isEqualTo(Run.of("check", "--hat", file.toString(), "--svg", "-")
                            .out());
        }
    }

    @Test
    void aFileThatCannotBeWrittenIsNamedAndTheAnswerIsGivenAllTheSame() throws Exception {
        String hat = hat("my.hat", HAT).toString();
        Path svg = folder.resolve("none/my.svg");
        Path sarif = Files.createDirectory(folder.resolve("my.sarif"));
        Run run = Run.of("check", "--hat", hat, "--svg", svg.toString(), "--sarif", sarif.toString());
        assertThat(run)
                .isEqualTo(new Run(
                        3,
                        Run.of("check", "--hat", hat).out(),
                        svg + ": it cannot be written: there is no such folder\n" + sarif
                                + ": it cannot be written: Is a directory\n"));
    }

    @Test
    void pictureAndJsonCannotBothHaveStandardOutput() {
        Run run = Run.of("check", "--json", "--svg", "-");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("--svg - and --json both want standard output");
    }
}
