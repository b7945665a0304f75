package dev.hatcheck.engine.maillog;

import static dev.hatcheck.engine.maillog.Happenings.KNOWN;
import static dev.hatcheck.engine.maillog.Happenings.UNKNOWN;
import static dev.hatcheck.engine.maillog.Happenings.VERIFIED;
import static dev.hatcheck.engine.maillog.Happenings.address;
import static dev.hatcheck.engine.maillog.Happenings.alone;
import static dev.hatcheck.engine.maillog.Happenings.group;
import static dev.hatcheck.policies.ConnectionBehavior.ACCEPT;
import static dev.hatcheck.policies.ConnectionBehavior.REJECT;
import static dev.hatcheck.policies.ConnectionBehavior.RELAY;
import static dev.hatcheck.policies.ConnectionBehavior.TCPREFUSE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hatcheck.engine.Country;
import dev.hatcheck.engine.Failure;
import dev.hatcheck.engine.Peer;
import dev.hatcheck.engine.Reputation;
import dev.hatcheck.engine.ReverseDns;
import dev.hatcheck.policies.Sender;
import dev.hatcheck.policies.address.HostName;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailLogTest {
    private static final MailLog LOG = MailLog.of(AsyncOs.V14);
    private static final Icid ICID = new Icid(1);
    private static final Mid MID = new Mid(6);
    private static final Sender ALL = new Sender.Everyone();

    @Test
    void aConnectionIsToldWithItsNameVerifiedOrNot() {
        assertLines(
                new MailEvent.Connected(ICID, "127.0.0.1", VERIFIED),
                "New SMTP ICID 1 interface Management (127.0.0.1) address 192.0.2.7 reverse dns host mx.example.org verified yes");
        assertLines(
                new MailEvent.Connected(ICID, "127.0.0.1", KNOWN),
                "New SMTP ICID 1 interface Management (127.0.0.1) address 192.0.2.7 reverse dns host mx.example.org verified no");
        assertLines(
                new MailEvent.Connected(ICID, "127.0.0.1", UNKNOWN),
                "New SMTP ICID 1 interface Management (127.0.0.1) address 192.0.2.7 reverse dns host unknown verified no");
        assertLines(
                new MailEvent.Connected(
                        ICID,
                        "::1",
                        Peer.of(address("2001:db8::7"))
                                .with(new ReverseDns.TemporaryFailure(Optional.of(new HostName("mx.example.org"))))),
                "New SMTP ICID 1 interface Management (::1) address 2001:db8::7 reverse dns host mx.example.org verified no");
    }

    @Test
    void aVerdictNamesGroupAndEntryAsWritten() {
        assertLines(
                new MailEvent.Admitted(ICID, group(ACCEPT, "CRES", ALL, "208.90.57.0/26"), UNKNOWN),
                "ICID 1 ACCEPT SG CRES match 208.90.57.0/26 SBRS None country not enabled");
        assertLines(
                new MailEvent.Admitted(ICID, group(REJECT, "BLOCKED_LIST", ALL, "sbrs[-10.0:-3.0]"), KNOWN),
                "ICID 1 REJECT SG BLOCKED_LIST match sbrs[-10.0:-3.0] SBRS 5.2 country United States");
        assertLines(
                new MailEvent.Admitted(ICID, alone(RELAY, ALL, "192.0.2."), UNKNOWN),
                "ICID 1 RELAY SG None match 192.0.2. SBRS None country not enabled");
        assertLines(
                new MailEvent.Admitted(ICID, alone(ACCEPT, ALL, "ALL"), UNKNOWN),
                "ICID 1 ACCEPT SG None match ALL SBRS None country not enabled");
        assertLines(
                new MailEvent.Admitted(new Icid(0), group(TCPREFUSE, "BLOCKED_LIST", ALL, "192.0.2.7"), UNKNOWN),
                "ICID 0 TCPREFUSE SG BLOCKED_LIST match 192.0.2.7 SBRS None country not enabled");
    }

    @Test
    void aConditionOnLookUpsHasASecondBlankBehindIt() {
        assertLines(
                new MailEvent.Admitted(ICID, group(ACCEPT, "LAX", new Sender.NoPtrRecord(), "nx.domain"), UNKNOWN),
                "ICID 1 ACCEPT SG LAX match nx.domain  SBRS None country not enabled");
        assertLines(
                new MailEvent.Admitted(ICID, group(ACCEPT, "LAX", new Sender.PtrLookupFails(), "serv.fail"), UNKNOWN),
                "ICID 1 ACCEPT SG LAX match serv.fail  SBRS None country not enabled");
    }

    @Test
    void scoresAndCountriesHaveAWordForEachWayToBeUnknown() {
        assertVerdict(new Reputation.None(), new Country.Unknown(), "SBRS None country None");
        assertVerdict(new Reputation.Rfc1918(), new Country.NotApplicable(), "SBRS rfc1918 country not applicable");
        assertVerdict(
                new Reputation.Unavailable(), new Country.NotEnabled(), "SBRS unable to retrieve country not enabled");
        assertVerdict(
                new Reputation.NotEnabled(), new Country.Known("DE", "Germany"), "SBRS not enabled country Germany");
    }

    private static void assertVerdict(Reputation reputation, Country country, String tail) {
        assertLines(
                new MailEvent.Admitted(ICID, alone(ACCEPT, ALL, "ALL"), Happenings.with(reputation, country)),
                "ICID 1 ACCEPT SG None match ALL " + tail);
    }

    @Test
    void aDelayedRejectionIsToldStepByStep() {
        assertLines(
                new MailEvent.DelayedReject(ICID, UNKNOWN),
                "ICID 1 Delayed HAT REJECT continuing session for recipient logging (192.0.2.7)");
        assertLines(
                new MailEvent.DelayedRejectSender(ICID, "user1@example.com", UNKNOWN),
                "ICID 1 Delayed HAT REJECT Message from: user1@example.com (192.0.2.7)");
        assertLines(
                new MailEvent.DelayedRejectRecipient(ICID, "<xyz@example.org>", UNKNOWN),
                "ICID 1 Delayed HAT REJECT Message recipient: <xyz@example.org> (192.0.2.7)");
    }

    @Test
    void tlsSucceedsFailsOrIsNeverBegun() {
        assertLines(
                new MailEvent.TlsSucceeded(ICID, "TLSv1.2", "ECDHE-RSA-AES256-GCM-SHA384"),
                "ICID 1 TLS success protocol TLSv1.2 cipher ECDHE-RSA-AES256-GCM-SHA384");
        assertLines(new MailEvent.TlsFailed(ICID), "ICID 1 TLS failed");
        assertLines(new MailEvent.TlsNeverBegun(ICID), "ICID 1 TLS was required but remote host did not initiate it");
    }

    @Test
    void aMessageIsToldStepByStep() {
        assertLines(new MailEvent.MessageStarted(MID, ICID), "Start MID 6 ICID 1");
        assertLines(new MailEvent.SenderGiven(MID, ICID, "<a@example.org>"), "MID 6 ICID 1 From: <a@example.org>");
        assertLines(new MailEvent.SenderGiven(MID, ICID, "<>"), "MID 6 ICID 1 From: <>");
        assertLines(
                new MailEvent.RecipientGiven(MID, ICID, new Rid(0), "<b@example.net>"),
                "MID 6 ICID 1 RID 0 To: <b@example.net>");
        assertLines(
                new MailEvent.RecipientRejected(MID, ICID, "<c@example.net>"),
                "MID 6 ICID 1 To: <c@example.net> Rejected by RAT");
        assertLines(
                new MailEvent.RecipientOverLimit(MID, ICID, "<d@example.net>"),
                "MID 6 ICID 1 To: <d@example.net> Rejected by Receiving Control");
        assertLines(new MailEvent.MessageIdRead(MID, "<1@example.org>"), "MID 6 Message-ID '<1@example.org>'");
        assertLines(new MailEvent.SubjectRead(MID, "a test"), "MID 6 Subject \"a test\"");
        assertLines(new MailEvent.Ready(MID, 100, "<a@example.org>"), "MID 6 ready 100 bytes from <a@example.org>");
    }

    @Test
    void aMessageThatIsGivenUpHasTwoLines() {
        assertLines(
                new MailEvent.MessageAborted(MID),
                "Message aborted MID 6 Receiving aborted",
                "Message finished MID 6 aborted");
    }

    @Test
    void aMessageIdIsQuotedAsPythonDoes() {
        assertLines(new MailEvent.MessageIdRead(MID, "<it's@example.org>"), "MID 6 Message-ID \"<it's@example.org>\"");
        assertLines(
                new MailEvent.MessageIdRead(MID, "<\"it's\"@example.org>"),
                "MID 6 Message-ID '<\"it\\'s\"@example.org>'");
    }

    @Test
    void aSubjectIsShownAsItCameFoldsAndEncodedWordsIncluded() {
        assertLines(
                new MailEvent.SubjectRead(MID, "=?utf-8?q?Gr=C3=BC=C3=9Fe?=\r\n and more"),
                "MID 6 Subject \"=?utf-8?q?Gr=C3=BC=C3=9Fe?=\\r\\n and more\"");
        assertLines(new MailEvent.SubjectRead(MID, "so-called \"news\""), "MID 6 Subject \"so-called \\\"news\\\"\"");
        assertLines(new MailEvent.SubjectRead(MID, bytes("Grüße")), "MID 6 Subject \"Grüße\"");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            7  | SBRS 5.2                       | 'a test' | "it's" | '"it\\'s"'     | 'Gr\\xc3\\xbc\\xc3\\x9fe'
            11 | SBRS 5.2 country United States | 'a test' | "it's" | '"it\\'s"'     | 'Gr\\xc3\\xbc\\xc3\\x9fe'
            14 | SBRS 5.2 country United States | "a test" | "it's" | "\\"it's\\""   | "Grüße"
            """)
    void releasesTellCountriesAndSubjectsInTheirOwnWays(
            String number, String score, String plain, String apostrophe, String both, String eightBit) {
        MailLog log = MailLog.of(AsyncOs.read(number).orElseThrow());
        assertThat(log.lines(new MailEvent.Admitted(ICID, alone(ACCEPT, ALL, "ALL"), KNOWN)))
                .containsExactly("ICID 1 ACCEPT SG None match ALL " + score);
        assertThat(subject(log, "a test")).isEqualTo(plain);
        assertThat(subject(log, "it's")).isEqualTo(apostrophe);
        assertThat(subject(log, "\"it's\"")).isEqualTo(both);
        assertThat(subject(log, bytes("Grüße"))).isEqualTo(eightBit);
    }

    private static String subject(MailLog log, String value) {
        return log.lines(new MailEvent.SubjectRead(MID, value)).getFirst().substring("MID 6 Subject ".length());
    }

    @Test
    void aConnectionEndsInOneOfManyWays() {
        assertLines(
                new MailEvent.NoMessageInTime(ICID, UNKNOWN),
                "ICID 1 disconnected address 192.0.2.7, no messages injected within timeout period");
        assertLines(
                new MailEvent.ConnectedTooLong(ICID, UNKNOWN),
                "ICID 1 disconnected address 192.0.2.7, exceeded allowable connection time");
        assertLines(
                new MailEvent.ReceivingFailed(ICID, Failure.TOO_MANY_MESSAGES),
                "ICID 1 Receiving Failed: Too Many Messages");
        assertLines(new MailEvent.Lost(ICID), "ICID 1 lost");
        assertLines(new MailEvent.Closed(ICID), "ICID 1 close");
    }

    @Test
    void badCommandsAreShownHarmless() {
        assertLines(new MailEvent.UnknownCommand(ICID, "FOO"), "ICID 1 Unknown command: FOO");
        assertLines(
                new MailEvent.BadSyntax(ICID, "MAIL \u001b[31m\\"),
                "ICID 1 Bad syntax for command: MAIL \\x1b[31m\\\\");
    }

    @Test
    void anAddressThatCannotBeReadIsQuotedAsPythonDoes() {
        var literal = new AddressFault.UnsupportedLiteral("[]");
        assertLines(
                new MailEvent.InvalidSender(ICID, literal),
                "ICID 1 Invalid sender address: Unsupported domain literal: '[]'");
        assertLines(
                new MailEvent.InvalidRecipient(ICID, MID, literal),
                "ICID 1 MID 6 Invalid recipient address: Unsupported domain literal: '[]'");
        assertLines(
                new MailEvent.InvalidRecipient(ICID, MID, new AddressFault.NoAddress("RCPT TO:<>")),
                "ICID 1 MID 6 Invalid recipient address:  'RCPT TO:<>'");
        assertLines(
                new MailEvent.InvalidSender(ICID, new AddressFault.NoAddress("MAIL FROM: 'a\u001b'")),
                "ICID 1 Invalid sender address:  \"MAIL FROM: 'a\\x1b'\"");
    }

    @ParameterizedTest
    @CsvSource({"7, 7.6.3-019", "11, 11.1.0-131", "14, 14.0.0-698"})
    void aFileOpensWithThreeLines(String number, String build) {
        MailLog log = MailLog.of(AsyncOs.read(number).orElseThrow());
        assertThat(log.opening(ZoneOffset.ofHours(-6)))
                .containsExactly(
                        "Begin Logfile",
                        "Version: " + build + " SN: HATCHECK-NOT-AN-APPLIANCE",
                        "Time offset from UTC: -21600 seconds");
    }

    @Test
    void aReleaseIsReadByItsNumberAlone() {
        assertThat(AsyncOs.values())
                .allMatch(release -> AsyncOs.read(release.toString()).equals(Optional.of(release)));
        assertThat(List.of("", "V14", "14.0", "13", " 7"))
                .allMatch(text -> AsyncOs.read(text).isEmpty());
    }

    private static void assertLines(MailEvent event, String... lines) {
        assertThat(LOG.lines(event)).containsExactly(lines);
    }

    private static String bytes(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }
}
