package dev.hatcheck.engine.maillog;

import static dev.hatcheck.engine.maillog.BlindSpot.ELASTIC_KNOWS_MESSAGE_IDS_IN_SINGLE_QUOTES;
import static dev.hatcheck.engine.maillog.BlindSpot.ELASTIC_KNOWS_SUBJECTS_IN_DOUBLE_QUOTES;
import static dev.hatcheck.engine.maillog.BlindSpot.SCRIPT_KNOWS_NO_BOUNCES;
import static dev.hatcheck.engine.maillog.BlindSpot.SCRIPT_KNOWS_SCORES_THAT_ARE_NUMBERS;
import static dev.hatcheck.engine.maillog.BlindSpot.SCRIPT_KNOWS_SENDERS_WITHOUT_BLANKS;
import static dev.hatcheck.engine.maillog.BlindSpot.SCRIPT_KNOWS_SUBJECTS_IN_SINGLE_QUOTES;
import static dev.hatcheck.engine.maillog.BlindSpot.SPAMTOWHO_KNOWS_NO_COUNTRIES;
import static dev.hatcheck.engine.maillog.BlindSpot.SPLUNK_KNOWS_GROUPS_OF_LETTERS_AND_DIGITS;
import static dev.hatcheck.engine.maillog.BlindSpot.SPLUNK_KNOWS_SCORES_OF_ONE_WORD;
import static dev.hatcheck.engine.maillog.Happenings.KNOWN;
import static dev.hatcheck.engine.maillog.Happenings.UNKNOWN;
import static dev.hatcheck.engine.maillog.Happenings.VERIFIED;
import static dev.hatcheck.engine.maillog.Happenings.alone;
import static dev.hatcheck.engine.maillog.Happenings.group;
import static dev.hatcheck.engine.maillog.LogConsumer.CORRELATOR;
import static dev.hatcheck.engine.maillog.LogConsumer.ELASTIC;
import static dev.hatcheck.engine.maillog.LogConsumer.SCRIPT;
import static dev.hatcheck.engine.maillog.LogConsumer.SPAMTOWHO;
import static dev.hatcheck.engine.maillog.LogConsumer.SPLUNK;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hatcheck.engine.Country;
import dev.hatcheck.engine.Reputation;
import dev.hatcheck.policies.ConnectionBehavior;
import dev.hatcheck.policies.Sender;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Programs of others read mail logs; what they look for in a line, they find in ours. */
class LogConsumersTest {
    private static final Path TRANSCRIPTS = Path.of("../src-test-fixtures/src/test/transcripts");
    private static final LocalDateTime NOW = LocalDateTime.of(2026, 11, 4, 10, 3, 11);
    private static final Icid ICID = new Icid(824108);
    private static final Mid MID = new Mid(200257070);
    private static final Pattern LINE =
            Pattern.compile("\\w{3} \\w{3} [ \\d]\\d \\d\\d:\\d\\d:\\d\\d \\d{4} Info: (.*)");

    @ParameterizedTest
    @EnumSource
    void whatTheyClaimToKnowTheyUnderstandButForTheirBlindSpots(AsyncOs release) {
        MailLog log = MailLog.of(release);
        List<MailEvent> events = EventsOfEveryKind.of(new Random(release.ordinal()));
        Stream<String> told = events.stream().flatMap(event -> log.lines(event).stream());
        var read = new Comprehension(Stream.concat(log.opening(ZoneOffset.UTC).stream(), told)
                .map(text -> LogStamp.line(NOW, text))
                .toList());
        assertThat(read.misunderstood()).isEmpty();
        assertThat(read.blindSpots()).isEqualTo(expectedBlindSpots(release));
        assertThat(MailEvent.class.getPermittedSubclasses())
                .allMatch(kind -> events.stream().anyMatch(kind::isInstance));
    }

    private static Set<BlindSpot> expectedBlindSpots(AsyncOs release) {
        return switch (release) {
            case V7 ->
                Set.of(
                        ELASTIC_KNOWS_SUBJECTS_IN_DOUBLE_QUOTES,
                        ELASTIC_KNOWS_MESSAGE_IDS_IN_SINGLE_QUOTES,
                        SPLUNK_KNOWS_GROUPS_OF_LETTERS_AND_DIGITS,
                        SCRIPT_KNOWS_SCORES_THAT_ARE_NUMBERS,
                        SCRIPT_KNOWS_SUBJECTS_IN_SINGLE_QUOTES,
                        SCRIPT_KNOWS_SENDERS_WITHOUT_BLANKS,
                        SCRIPT_KNOWS_NO_BOUNCES);
            case V11 ->
                Set.of(
                        ELASTIC_KNOWS_SUBJECTS_IN_DOUBLE_QUOTES,
                        ELASTIC_KNOWS_MESSAGE_IDS_IN_SINGLE_QUOTES,
                        SPLUNK_KNOWS_GROUPS_OF_LETTERS_AND_DIGITS,
                        SPLUNK_KNOWS_SCORES_OF_ONE_WORD,
                        SCRIPT_KNOWS_SCORES_THAT_ARE_NUMBERS,
                        SCRIPT_KNOWS_SUBJECTS_IN_SINGLE_QUOTES,
                        SCRIPT_KNOWS_SENDERS_WITHOUT_BLANKS,
                        SCRIPT_KNOWS_NO_BOUNCES,
                        SPAMTOWHO_KNOWS_NO_COUNTRIES);
            case V14 ->
                Set.of(
                        ELASTIC_KNOWS_MESSAGE_IDS_IN_SINGLE_QUOTES,
                        SPLUNK_KNOWS_GROUPS_OF_LETTERS_AND_DIGITS,
                        SPLUNK_KNOWS_SCORES_OF_ONE_WORD,
                        SCRIPT_KNOWS_SCORES_THAT_ARE_NUMBERS,
                        SCRIPT_KNOWS_SUBJECTS_IN_SINGLE_QUOTES,
                        SCRIPT_KNOWS_SENDERS_WITHOUT_BLANKS,
                        SCRIPT_KNOWS_NO_BOUNCES,
                        SPAMTOWHO_KNOWS_NO_COUNTRIES);
        };
    }

    /** What transcripts say is what the gateway says: {@code TranscriptsTest} holds it to that. */
    @Test
    void theyUnderstandTheLogOfEveryTranscript() throws IOException {
        List<String> lines = transcripts().flatMap(LogConsumersTest::log).toList();
        assertThat(lines).hasSizeGreaterThan(500);
        assertThat(new Comprehension(lines).misunderstood()).isEmpty();
    }

    private static Stream<Path> transcripts() throws IOException {
        try (Stream<Path> files = Files.walk(TRANSCRIPTS)) {
            return files.filter(file -> file.toString().endsWith(".smtp")).toList().stream();
        }
    }

    private static Stream<String> log(Path transcript) {
        try {
            return Files.readString(transcript, StandardCharsets.ISO_8859_1)
                    .lines()
                    .dropWhile(line -> !line.equals("--- log"))
                    .skip(1)
                    .takeWhile(line -> !line.startsWith("--- "))
                    .map(text -> LogStamp.line(NOW, text));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Lines of the shape of those that an AsyncOS 7.6 has written. */
    @Test
    void theyUnderstandAnAppliancesLinesButForTheirBlindSpots() {
        var read = new Comprehension("""
                Wed Nov  5 09:16:46 2014 Info: Begin Logfile
                Wed Nov  5 09:16:46 2014 Info: Version: 7.6.3-019 SN: 0123456789AB-CDEF012
                Wed Nov  5 09:16:46 2014 Info: Time offset from UTC: -21600 seconds
                Wed Nov  5 09:16:47 2014 Info: New SMTP ICID 601 interface Data 1 (203.0.113.9) address 192.0.2.7 reverse dns host mx.example.org verified yes
                Wed Nov  5 09:16:47 2014 Info: ICID 601 ACCEPT SG UNKNOWNLIST match sbrs[-0.5:10.0] SBRS 5.6
                Wed Nov  5 09:16:47 2014 Info: ICID 602 REJECT SG BLACKLIST match sbrs[-10.0:-2.5] SBRS -10.0
                Wed Nov  5 09:16:47 2014 Info: ICID 601 TLS success protocol TLSv1 cipher RC4-SHA
                Wed Nov  5 09:16:47 2014 Info: Start MID 246 ICID 601
                Wed Nov  5 09:16:47 2014 Info: MID 246 ICID 601 From: <a@example.org>
                Wed Nov  5 09:16:47 2014 Info: MID 246 ICID 601 RID 0 To: <b@example.net>
                Wed Nov  5 09:16:47 2014 Info: MID 246 Message-ID "<it's.1@example.org>"
                Wed Nov  5 09:16:48 2014 Info: MID 246 Subject '=?utf-8?B?Z3LDvMOf?=\\r\\n\\t=?utf-8?B?ZQ==?='
                Wed Nov  5 09:16:48 2014 Info: MID 246 ready 2069 bytes from <a@example.org>
                Wed Nov  5 09:16:48 2014 Info: MID 246 antivirus negative\s
                Wed Nov  5 09:16:48 2014 Info: New SMTP DCID 65 interface 203.0.113.9 address 198.51.100.2 port 25
                Wed Nov  5 09:16:48 2014 Info: DCID 65 TLS success protocol TLSv1 cipher AES128-SHA\s
                Wed Nov  5 09:16:48 2014 Info: Message done DCID 65 MID 246 to RID [0]\s
                """.lines().toList());
        assertThat(read.misunderstood()).isEmpty();
        assertThat(read.blindSpots())
                .containsExactlyInAnyOrder(
                        BlindSpot.ELASTIC_KNOWS_ONE_INTERFACE,
                        BlindSpot.ELASTIC_KNOWS_DELIVERIES_WITHOUT_A_PORT,
                        BlindSpot.ELASTIC_KNOWS_MESSAGES_DONE_WITH_THEIR_HEADERS,
                        ELASTIC_KNOWS_SUBJECTS_IN_DOUBLE_QUOTES,
                        ELASTIC_KNOWS_MESSAGE_IDS_IN_SINGLE_QUOTES);
    }

    /** With {@code -Dmail.logs=FOLDER}, where logs of real appliances are; what was understood is printed. */
    @Test
    @EnabledIfSystemProperty(named = "mail.logs", matches = ".+")
    void theyUnderstandTheLogsOfAFolder() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("mail.logs")))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                List<String> lines = Files.readString(file, StandardCharsets.ISO_8859_1)
                        .lines()
                        .filter(line -> LINE.matcher(line).matches())
                        .toList();
                var read = new Comprehension(lines);
                System.out.println(file.getFileName() + ", " + lines.size() + " lines: " + read);
                assertThat(read.misunderstood()).isEmpty();
            }
        }
    }

    /** A reader of logs that none of this would disturb is no reader. */
    @ParameterizedTest
    @MethodSource("linesThatNobodyWrites")
    void aLineThatIsNotAsItShouldBeIsNotUnderstood(String line) {
        assertThat(new Comprehension(List.of(line)).misunderstood()).isNotEmpty();
    }

    static Stream<String> linesThatNobodyWrites() {
        return Stream.of(
                        "Start MID 6 ICID 5 ",
                        "MID 6 Subject 'it's'",
                        "MID 6 Subject test",
                        "MID 6 Message-ID <1@example.org>",
                        "MID 6 ICID 5 From: a@example.org",
                        "ICID 1 REFUSE SG CRES match ALL SBRS None",
                        "ICID 1 TLS success TLSv1.2",
                        "New SMTP ICID 1 interface Management address 192.0.2.7",
                        "Version: 14.0.0-698 SN: NOT AN APPLIANCE")
                .map(text -> LogStamp.line(NOW, text));
    }

    @Test
    void aVerdictComesApartIntoItsFields() {
        String verdict = line(new MailEvent.Admitted(
                ICID,
                group(ConnectionBehavior.ACCEPT, "UNKNOWNLIST", new Sender.Everyone(), "sbrs[-1.0:10.0]"),
                KNOWN));
        assertThat(fields(SPLUNK, "verdict", verdict))
                .containsExactly("824108", "ACCEPT", "UNKNOWNLIST", "sbrs[-1.0:10.0]", "5.2 country United States");
        assertThat(fields(SPLUNK, "country", verdict)).containsExactly("United States");
        assertThat(fields(SCRIPT, "verdict", verdict)).containsExactly("ACCEPT", "UNKNOWNLIST", "5.2", "United States");
        assertThat(fields(SPAMTOWHO, "verdict", verdict.replaceFirst(" country .*", "")))
                .containsExactly("824108", "ACCEPT", "UNKNOWNLIST", "sbrs[-1.0:10.0]", "5.2");
    }

    @Test
    void aSecondBlankBehindAConditionDisturbsNobody() {
        String verdict = line(new MailEvent.Admitted(
                ICID, alone(ConnectionBehavior.REJECT, new Sender.NoPtrRecord(), "nx.domain"), UNKNOWN));
        assertThat(fields(SPLUNK, "verdict", verdict))
                .containsExactly("824108", "REJECT", "None", "nx.domain", "None country not enabled");
        assertThat(fields(SPAMTOWHO, "verdict", verdict.replaceFirst(" country .*", "")))
                .containsExactly("824108", "REJECT", "None", "nx.domain", "None");
    }

    @Test
    void aScoreThatNobodyAskedForIsAWordToo() {
        String verdict = line(new MailEvent.Admitted(
                ICID,
                alone(ConnectionBehavior.RELAY, new Sender.Everyone(), "ALL"),
                Happenings.with(new Reputation.Rfc1918(), new Country.NotApplicable())));
        assertThat(fields(SPLUNK, "country", verdict)).containsExactly("not applicable");
    }

    @Test
    void aConnectionComesApartIntoItsFields() {
        String connection = line(new MailEvent.Connected(ICID, "127.0.0.1", VERIFIED));
        assertThat(fields(SPLUNK, "connection", connection))
                .containsExactly("824108", "127.0.0.1", "192.0.2.7", "mx.example.org", "yes");
        assertThat(fields(ELASTIC, "connection", connection)).containsExactly("824108", "127.0.0.1");
    }

    @Test
    void tlsComesApartIntoItsFields() {
        assertThat(fields(SPLUNK, "tls", line(new MailEvent.TlsSucceeded(ICID, "TLSv1.3", "TLS_AES_256_GCM_SHA384"))))
                .containsExactly("824108", "success", "TLSv1.3", "TLS_AES_256_GCM_SHA384");
    }

    @Test
    void aMessageComesApartIntoItsFields() {
        assertThat(fields(ELASTIC, "subject", line(new MailEvent.SubjectRead(MID, "a \"quoted\" test"))))
                .containsExactly("200257070", "a \\\"quoted\\\" test");
        assertThat(fields(ELASTIC, "message-id", line(new MailEvent.MessageIdRead(MID, "<1@example.org>"))))
                .containsExactly("200257070", "<1@example.org>");
        assertThat(fields(CORRELATOR, "start", line(new MailEvent.MessageStarted(MID, ICID))))
                .containsExactly("200257070", "824108");
    }

    /** Nobody can put a line or a field into the log by what he sends. */
    @Test
    void aForgedVerdictIsNoVerdict() {
        String forged = line(new MailEvent.UnknownCommand(
                ICID, "X\r\nTue Nov 24 10:03:11 2026 Info: ICID 9 ACCEPT SG CRES match ALL SBRS None"));
        assertThat(forged.lines()).hasSize(1);
    }

    private static String line(MailEvent event) {
        String line = LogStamp.line(NOW, MailLog.of(AsyncOs.V14).lines(event).getFirst());
        assertThat(line).matches(LINE);
        return line;
    }

    private static List<String> fields(LogConsumer consumer, String what, String line) {
        Matcher matcher = consumer.claim(what).fields().matcher(line);
        assertThat(matcher.find())
                .as("%s finds a %s in %s", consumer, what, line)
                .isTrue();
        return IntStream.rangeClosed(1, matcher.groupCount())
                .mapToObj(matcher::group)
                .toList();
    }
}
