package dev.hatcheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lists of clients, and what the table does with each. */
class ClassifyTest {
    private static final String HAT = """
            $SECURE
                ACCEPT { tls = "required" }
            PARTNERS:
                192.0.2.0/24
                .partner.example
                $SECURE
            ODD:
                sbrs[-10.0:-3.0]
                nx.domain
                ACCEPT
            GERMANY:
                geo[DE]
                sbo:7
                RELAY
            ALL
                REJECT
            """;

    @TempDir
    private Path folder;

    private Run classify(String list, String... options) throws Exception {
        Path hat = Files.writeString(folder.resolve("t.hat"), HAT);
        Path clients = Files.writeString(folder.resolve("clients.csv"), list);
        var all = new ArrayList<>(List.of("classify", "--hat", hat.toString(), clients.toString()));
        all.addAll(List.of(options));
        Run run = Run.of(all.toArray(String[]::new));
        return new Run(run.code(), run.out(), run.err().replace(folder + "/", ""));
    }

    @Test
    void aListWithoutAHeadingHasAddressNameAndScore() throws Exception {
        Run run = classify("""
                192.0.2.7
                198.51.100.7,MX.Partner.Example.,5
                198.51.100.7,,-3.5
                198.51.100.7,mx.other.example,5.0
                """);

        assertThat(run.code()).isZero();
        assertThat(run.out()).isEqualTo("""
                ip,host,sbrs,group,entry,line,policy,behavior,tls,problem
                192.0.2.7,,,PARTNERS,192.0.2.0/24,4,SECURE,ACCEPT,required,
                198.51.100.7,MX.Partner.Example.,5,PARTNERS,.partner.example,5,SECURE,ACCEPT,required,
                198.51.100.7,,-3.5,ODD,sbrs[-10.0:-3.0],8,,ACCEPT,off,
                198.51.100.7,mx.other.example,5.0,,ALL,15,,REJECT,off,
                """);
        assertThat(run.err()).endsWith("""
                4 clients

                            2  PARTNERS  $SECURE  ACCEPT  tls required
                            1  -         -        REJECT  tls off
                            1  ODD       -        ACCEPT  tls off
                """);
    }

    @Test
    void aHeadingSaysWhichColumnIsWhich() throws Exception {
        Run run = classify("""
                Unverified,IP,ptr,country,org
                mx.partner.example,198.51.100.1,,,
                ,198.51.100.2,nx,,
                ,198.51.100.3,SERVFAIL,de,
                ,198.51.100.4,servfail,,7
                """);

        assertThat(run.code()).isZero();
        assertThat(run.out().lines().map(line -> line.replaceAll(",([A-Z]*),([^,]*),(\\d+),.*", " -> $1")))
                .containsExactly(
                        "unverified,ip,ptr,country,org,group,entry,line,policy,behavior,tls,problem",
                        "mx.partner.example,198.51.100.1,,, -> ",
                        ",198.51.100.2,nx,, -> ODD",
                        ",198.51.100.3,SERVFAIL,de, -> GERMANY",
                        ",198.51.100.4,servfail,,7 -> GERMANY");
    }

    @Test
    void whatACellLeavesOutIsLookedUp() throws Exception {
        Path zone = Files.writeString(folder.resolve("z.zone"), """
                1.100.51.198.in-addr.arpa. PTR mx.partner.example.
                mx.partner.example. A 198.51.100.1
                """);
        Path reputation = Files.writeString(folder.resolve("r.txt"), "198.51.100.2 -9.0 DE\n");

        Run run = classify(
                "198.51.100.1\n198.51.100.2\n198.51.100.2,mx.b.example,9.0\n198.51.100.1,mx.other.example\n",
                "--zone",
                zone.toString(),
                "--reputation",
                reputation.toString());

        assertThat(groups(run)).containsExactly("PARTNERS", "ODD", "GERMANY", "null");
    }

    private static List<String> groups(Run run) {
        return run.out()
                .lines()
                .skip(1)
                .map(line -> line.split(",")[3])
                .map(it -> it.isEmpty() ? "null" : it)
                .toList();
    }

    @Test
    void aRowThatIsNoClientIsToldAndKeepsItsPlace() throws Exception {
        Run run = classify("""
                192.0.2.7
                192.0.2.300
                ,mx.partner.example
                198.51.100.1,not_a name,4
                198.51.100.1,,11
                1.2.3.4,,1,more
                10.1.2.3,,-9
                """);

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).isEqualTo("""
                ip,host,sbrs,group,entry,line,policy,behavior,tls,problem
                192.0.2.7,,,PARTNERS,192.0.2.0/24,4,SECURE,ACCEPT,required,
                192.0.2.300,,,,,,,,,~ip: expected an address, as in 192.0.2.1 or 2001:db8::1, not ~~192.0.2.300~~~
                ,mx.partner.example,,,,,,,,~ip: expected an address, as in 192.0.2.1 or 2001:db8::1, not ~~~~~
                198.51.100.1,not_a name,4,,,,,,,~host: expected a host name, as in mx.example.org, not ~~not_a name~~~
                198.51.100.1,,11,,,,,,,~sbrs: expected a score from -10.0 to 10.0 with one decimal, or none, not ~~11~~~
                1.2.3.4,,1,,,,,,,there are 4 cells for 3 columns
                10.1.2.3,,-9,ODD,nx.domain,9,,ACCEPT,off,
                """.replace('~', '"'));
        assertThat(run.err())
                .contains("clients.csv:2: ip: expected an address", "clients.csv:6: there are 4 cells for 3 columns")
                .contains("5 rows are no clients");
    }

    @Test
    void nobodyAsksTheReputationServiceAboutAPrivateAddress() throws Exception {
        Run run = classify("ip,host,sbrs,country,org\n10.1.2.3,mx.other.example,-9,DE,7\n");
        assertThat(run.out()).contains("10.1.2.3,mx.other.example,-9,DE,7,,ALL,");
    }

    @Test
    void aListWithoutClientsIsSummedUpAsWell() throws Exception {
        assertThat(classify(""))
                .isEqualTo(new Run(0, "ip,host,sbrs,group,entry,line,policy,behavior,tls,problem\n", "0 clients\n\n"));
        assertThat(classify("ip\n", "--summary").out()).isEqualTo("0 clients\n\n");
        assertThat(classify("a;b\n", "--summary"))
                .satisfies(run -> assertThat(run.code()).isEqualTo(1))
                .satisfies(run -> assertThat(run.out()).isEqualTo("0 clients\n\n\n 1 row is no client.\n"));
    }

    @Test
    void ofManyMistakesTheFirstAreTold() throws Exception {
        Run run = classify("x\n".repeat(1000));
        assertThat(run.err()).contains("clients.csv:20: ", "and 980 more rows that are no clients");
        assertThat(run.err()).doesNotContain("clients.csv:21: ");
    }

    @Test
    void aHeadingThatIsWrongIsAMistake() throws Exception {
        assertThat(classify("ip,hots\n192.0.2.1,a\n"))
                .isEqualTo(new Run(
                        2,
                        "",
                        "clients.csv:1: \"hots\" is no column; did you mean host? Else call it something else.\n"));
        assertThat(classify("host,sbrs\n").err()).isEqualTo("clients.csv:1: the column ip is missing\n");
        assertThat(classify("ip,host,ip\n").err()).isEqualTo("clients.csv:1: the column ip stands there twice\n");
    }

    @Test
    void columnsThatSayNothingOfAClientAreLeftAlone() throws Exception {
        Run run = classify("""
                Date,id,IP,"a ""note"", long",host
                2026-01-01,7,192.0.2.7,"one, two",
                2026-01-02,8,198.51.100.7,,mx.partner.example
                """);
        assertThat(run.code()).isZero();
        assertThat(run.out()).isEqualTo("""
                Date,id,ip,"a ""note"", long",host,group,entry,line,policy,behavior,tls,problem
                2026-01-01,7,192.0.2.7,"one, two",,PARTNERS,192.0.2.0/24,4,SECURE,ACCEPT,required,
                2026-01-02,8,198.51.100.7,,mx.partner.example,PARTNERS,.partner.example,5,SECURE,ACCEPT,required,
                """);
        assertThat(run.err())
                .containsOnlyOnce(
                        "clients.csv:1: warning: the columns Date, id, a \"note\", long are not understood and left alone;"
                                + " those that are understood: ip, host, unverified, ptr, sbrs, country, org\n");
    }

    @Test
    void aClientHasOneNameAtMost() throws Exception {
        assertThat(classify("ip,host,ptr\n192.0.2.1,a.example,nx\n").err())
                .contains("clients.csv:2: only one of host, unverified and ptr can be true of a client");
    }

    @Test
    void jsonHasALineForEachClientAndOneForTheSummary() throws Exception {
        Run run = classify("192.0.2.7\n198.51.100.7,mx.other.example\nx\n", "--json");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out().replace(folder.toString(), "")).isEqualTo("""
                {"ip":"192.0.2.7","host":null,"group":"PARTNERS","entry":"192.0.2.0/24","file":"/t.hat","line":4,\
                "policy":"SECURE","behavior":"ACCEPT","tls":"required"}
                {"ip":"198.51.100.7","host":"mx.other.example","group":null,"entry":"ALL","file":"/t.hat","line":15,\
                "policy":null,"behavior":"REJECT","tls":"off"}
                {"line":3,"problem":"ip: expected an address, as in 192.0.2.1 or 2001:db8::1, not \\"x\\""}
                {"summary":{"clients":2,"unreadable":1,"decisions":[\
                {"group":null,"policy":null,"behavior":"REJECT","tls":"off","clients":1},\
                {"group":"PARTNERS","policy":"SECURE","behavior":"ACCEPT","tls":"required","clients":1}]}}
                """);
        assertThat(classify("192.0.2.7\n", "--json", "--summary").out()).isEqualTo("""
                {"summary":{"clients":1,"unreadable":0,"decisions":[\
                {"group":"PARTNERS","policy":"SECURE","behavior":"ACCEPT","tls":"required","clients":1}]}}
                """);
    }

    @Test
    void theSummaryCanBeHadAlone() throws Exception {
        assertThat(classify("192.0.2.7\n", "--summary").out()).isEqualTo("""
                1 client

                            1  PARTNERS  $SECURE  ACCEPT  tls required
                """);
    }

    @Test
    void aFileThatIsNotThereIsToldByItsName() {
        Run run = Run.of("classify", "nowhere.csv");
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err()).endsWith("nowhere.csv: there is no such file or folder\n");
    }

    /** Rows of several pieces, decided side by side, come out in their order, and as trace would decide. */
    @Test
    void manyRowsKeepTheirOrder() throws Exception {
        var random = new Random(1);
        List<String> rows = IntStream.range(0, 40_000)
                .mapToObj(i -> random.nextBoolean() ? "192.0.2." + i % 256 : "198.51.100." + i % 256)
                .toList();

        Run run = classify(rows.stream().collect(Collectors.joining("\n")));

        assertThat(run.out().lines().skip(1).map(line -> line.split(",")[0] + " " + line.split(",")[3]))
                .containsExactlyElementsOf(rows.stream()
                        .map(ip -> ip + (ip.startsWith("192") ? " PARTNERS" : " ODD"))
                        .toList());
    }

    @Test
    void bytesThatAreNoTextAreToldAndNotTakenForAClient() throws Exception {
        Path clients = Files.write(
                folder.resolve("latin.csv"),
                "ip,note\n192.0.2.7,fine\n192.0.2.8,Gr\u00fc\u00dfe\n".getBytes(StandardCharsets.ISO_8859_1));
        Run run = Run.of("classify", clients.toString());
        assertThat(run.code()).isOne();
        assertThat(run.err()).contains("latin.csv:3: found bytes that are not UTF-8; save the list as UTF-8\n");
        assertThat(run.out()).contains("192.0.2.7,fine,UNKNOWNLIST,");

        Path titled =
                Files.write(folder.resolve("titled.csv"), "ip,Gr\u00f6\u00dfe\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(Run.of("classify", titled.toString()).code()).isEqualTo(2);
    }
}
