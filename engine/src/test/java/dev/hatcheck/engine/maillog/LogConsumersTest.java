package dev.hatcheck.engine.maillog;

import static dev.hatcheck.engine.maillog.Happenings.KNOWN;
import static dev.hatcheck.engine.maillog.Happenings.UNKNOWN;
import static dev.hatcheck.engine.maillog.Happenings.VERIFIED;
import static dev.hatcheck.engine.maillog.Happenings.alone;
import static dev.hatcheck.engine.maillog.Happenings.group;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hatcheck.engine.Country;
import dev.hatcheck.engine.Reputation;
import dev.hatcheck.policies.ConnectionBehavior;
import dev.hatcheck.policies.Sender;
import java.time.LocalDateTime;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Programs of others read mail logs; what they look for in a line, they find in ours. */
class LogConsumersTest {
    private static final Icid ICID = new Icid(824108);
    private static final Mid MID = new Mid(200257070);

    /** As analysers built on the Splunk add-on take a verdict apart. */
    private static final Pattern SPLUNK_VERDICT = Pattern.compile(
            "ICID\\s+(\\d+)\\s+(ACCEPT|REJECT|RELAY|TCPREFUSE)\\s+SG\\s+(\\w+)\\s+match\\s+(.*\\S)\\s+SBRS\\s+(.*)");

    private static final Pattern SPLUNK_COUNTRY = Pattern.compile("SBRS [-.\\w]+ country (.+)");
    private static final Pattern SPLUNK_CONNECTION = Pattern.compile(
            "New SMTP ICID (\\d+) interface [^(]+\\(([^)]+)\\) address (\\S+) reverse dns host (\\S+) verified (\\w+)");
    private static final Pattern SPLUNK_TLS =
            Pattern.compile("[DI]CID (\\d+) TLS (success|failed)(?: protocol (\\S+) cipher (\\S+))?");

    /** As IronPort's own analyser did, before there were countries. */
    private static final Pattern POSITIONAL_VERDICT =
            Pattern.compile("ICID (\\d+) (\\S+) SG (\\S{1,40}) (?:match (.{1,100}?)\\s+)?SBRS (.{3,18})");

    /** As a script of an administrator does. */
    private static final Pattern SCRIPTED_VERDICT =
            Pattern.compile("(\\w+) SG (\\w+).*SBRS (None|-?[.\\d]+)(?: country (.*))?");

    /** As Elastic's pipeline does: one interface name, double quotes for subjects, single ones for Message-IDs. */
    private static final Pattern ELASTIC_CONNECTION = Pattern.compile("New SMTP ICID \\d+ interface Management \\(.*");

    private static final Pattern ELASTIC_SUBJECT = Pattern.compile("MID (\\d+) Subject \"(.*)\"");
    private static final Pattern ELASTIC_MESSAGE_ID = Pattern.compile("MID (\\d+) Message-ID '(.*)'");

    /** As correlators do that join messages to connections: nothing behind the last number. */
    private static final Pattern CORRELATED_START = Pattern.compile("Info: Start MID (\\d+) ICID (\\d+)$");

    private static final Pattern LINE =
            Pattern.compile("\\w{3} \\w{3} [ \\d]\\d \\d\\d:\\d\\d:\\d\\d \\d{4} Info: (.*)");

    @Test
    void aVerdictComesApartIntoItsFields() {
        String verdict = line(new MailEvent.Admitted(
                ICID,
                group(ConnectionBehavior.ACCEPT, "UNKNOWNLIST", new Sender.Everyone(), "sbrs[-1.0:10.0]"),
                KNOWN));
        assertThat(fields(SPLUNK_VERDICT, verdict))
                .containsExactly("824108", "ACCEPT", "UNKNOWNLIST", "sbrs[-1.0:10.0]", "5.2 country United States");
        assertThat(fields(SPLUNK_COUNTRY, verdict)).containsExactly("United States");
        assertThat(fields(SCRIPTED_VERDICT, verdict)).containsExactly("ACCEPT", "UNKNOWNLIST", "5.2", "United States");
        assertThat(fields(POSITIONAL_VERDICT, verdict.replaceFirst(" country .*", "")))
                .containsExactly("824108", "ACCEPT", "UNKNOWNLIST", "sbrs[-1.0:10.0]", "5.2");
    }

    @Test
    void aSecondBlankBehindAConditionDisturbsNobody() {
        String verdict = line(new MailEvent.Admitted(
                ICID, alone(ConnectionBehavior.REJECT, new Sender.NoPtrRecord(), "nx.domain"), UNKNOWN));
        assertThat(fields(SPLUNK_VERDICT, verdict))
                .containsExactly("824108", "REJECT", "None", "nx.domain", "None country not enabled");
        assertThat(fields(POSITIONAL_VERDICT, verdict.replaceFirst(" country .*", "")))
                .containsExactly("824108", "REJECT", "None", "nx.domain", "None");
    }

    @Test
    void aScoreThatNobodyAskedForIsAWordToo() {
        String verdict = line(new MailEvent.Admitted(
                ICID,
                alone(ConnectionBehavior.RELAY, new Sender.Everyone(), "ALL"),
                Happenings.with(new Reputation.Rfc1918(), new Country.NotApplicable())));
        assertThat(fields(SPLUNK_COUNTRY, verdict)).containsExactly("not applicable");
    }

    @Test
    void aConnectionComesApartIntoItsFields() {
        String connection = line(new MailEvent.Connected(ICID, "127.0.0.1", VERIFIED));
        assertThat(fields(SPLUNK_CONNECTION, connection))
                .containsExactly("824108", "127.0.0.1", "192.0.2.7", "mx.example.org", "yes");
        assertThat(connection).containsPattern(ELASTIC_CONNECTION);
    }

    @Test
    void tlsComesApartIntoItsFields() {
        assertThat(fields(SPLUNK_TLS, line(new MailEvent.TlsSucceeded(ICID, "TLSv1.3", "TLS_AES_256_GCM_SHA384"))))
                .containsExactly("824108", "success", "TLSv1.3", "TLS_AES_256_GCM_SHA384");
        assertThat(SPLUNK_TLS.matcher(line(new MailEvent.TlsFailed(ICID))).find())
                .isTrue();
    }

    @Test
    void aMessageComesApartIntoItsFields() {
        assertThat(fields(ELASTIC_SUBJECT, line(new MailEvent.SubjectRead(MID, "a \"quoted\" test"))))
                .containsExactly("200257070", "a \\\"quoted\\\" test");
        assertThat(fields(ELASTIC_MESSAGE_ID, line(new MailEvent.MessageIdRead(MID, "<1@example.org>"))))
                .containsExactly("200257070", "<1@example.org>");
        assertThat(fields(CORRELATED_START, line(new MailEvent.MessageStarted(MID, ICID))))
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
        String line = LogStamp.line(
                LocalDateTime.of(2026, 11, 4, 10, 3, 11),
                MailLog.of(AsyncOs.V14).lines(event).getFirst());
        assertThat(line).matches(LINE);
        return line;
    }

    private static List<String> fields(Pattern pattern, String line) {
        Matcher matcher = pattern.matcher(line);
        assertThat(matcher.find()).as("%s in %s", pattern, line).isTrue();
        return java.util.stream.IntStream.rangeClosed(1, matcher.groupCount())
                .mapToObj(matcher::group)
                .toList();
    }
}
