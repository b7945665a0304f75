package dev.hatcheck.engine.maillog;

import dev.hatcheck.engine.Country;
import dev.hatcheck.engine.Failure;
import dev.hatcheck.engine.Peer;
import dev.hatcheck.engine.Reputation;
import dev.hatcheck.policies.ConnectionBehavior;
import dev.hatcheck.policies.Score;
import dev.hatcheck.policies.Sender;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Events as good and bad clients cause them, their texts by chance. */
final class EventsOfEveryKind {
    private static final String[] PIECES = {
        "a", "Z", "9", " ", "'", "\"", "\\", "\t", "\r\n ", "\u001b", "%", "<", ">", "[", "]", "ü", "你", "\udbff\udfff"
    };
    private static final List<Reputation> REPUTATIONS = List.of(
            new Reputation.Scored(new Score(-100)),
            new Reputation.Scored(new Score(3)),
            new Reputation.None(),
            new Reputation.Rfc1918(),
            new Reputation.Unavailable(),
            new Reputation.NotEnabled());
    private static final List<Country> COUNTRIES = List.of(
            new Country.Known("US", "United States"),
            new Country.Unknown(),
            new Country.NotApplicable(),
            new Country.NotEnabled());

    private final List<MailEvent> events = new ArrayList<>();
    private final Random random;

    private EventsOfEveryKind(Random random) {
        this.random = random;
    }

    static List<MailEvent> of(Random random) {
        var made = new EventsOfEveryKind(random);
        made.connections();
        for (int i = 0; i < 50; i++) {
            made.messages(new Icid(random.nextInt(1, 1 << 30)), new Mid(random.nextInt(1, 1 << 30)));
        }
        return made.events;
    }

    private void connections() {
        var peers = new ArrayList<>(List.of(Happenings.VERIFIED, Happenings.KNOWN, Happenings.UNKNOWN));
        REPUTATIONS.forEach(score -> COUNTRIES.forEach(country -> peers.add(Happenings.with(score, country))));
        for (Peer peer : peers) {
            for (ConnectionBehavior behavior : List.of(ConnectionBehavior.ACCEPT, ConnectionBehavior.TCPREFUSE)) {
                verdicts(peer, behavior);
            }
            Icid icid = new Icid(random.nextInt(1, 1 << 30));
            events.add(new MailEvent.Connected(icid, "127.0.0.1", peer));
            events.add(new MailEvent.DelayedReject(icid, peer));
            events.add(new MailEvent.DelayedRejectSender(icid, "a@example.org", peer));
            events.add(new MailEvent.DelayedRejectRecipient(icid, "<b@example.net>", peer));
            events.add(new MailEvent.NoMessageInTime(icid, peer));
            events.add(new MailEvent.ConnectedTooLong(icid, peer));
        }
    }

    private void verdicts(Peer peer, ConnectionBehavior behavior) {
        Icid icid = behavior == ConnectionBehavior.TCPREFUSE ? Icid.NONE : new Icid(random.nextInt(1, 1 << 30));
        var everyone = new Sender.Everyone();
        events.add(new MailEvent.Admitted(icid, Happenings.alone(behavior, everyone, "ALL"), peer));
        events.add(
                new MailEvent.Admitted(icid, Happenings.alone(behavior, new Sender.NoPtrRecord(), "nx.domain"), peer));
        events.add(new MailEvent.Admitted(icid, Happenings.group(behavior, "CRES", everyone, "208.90.57.0/26"), peer));
        events.add(new MailEvent.Admitted(
                icid, Happenings.group(behavior, "BLOCKED_LIST", everyone, "sbrs[-10.0:-3.0]"), peer));
        events.add(new MailEvent.Admitted(
                icid, Happenings.group(behavior, "my-partners.example", everyone, "sbrs[none]"), peer));
    }

    private void messages(Icid icid, Mid mid) {
        events.add(new MailEvent.TlsSucceeded(icid, "TLSv1.3", "TLS_AES_256_GCM_SHA384"));
        events.add(new MailEvent.TlsFailed(icid));
        events.add(new MailEvent.TlsNeverBegun(icid));
        events.add(new MailEvent.UnknownCommand(icid, text()));
        events.add(new MailEvent.BadSyntax(icid, "MAIL " + text()));
        events.add(new MailEvent.InvalidSender(icid, new AddressFault.NoAddress("MAIL FROM:" + text())));
        events.add(new MailEvent.InvalidRecipient(icid, mid, new AddressFault.UnsupportedLiteral("[" + text() + "]")));
        events.add(new MailEvent.MessageStarted(mid, icid));
        String sender = random.nextBoolean() ? "<>" : "<\"" + text() + "\"@example.org>";
        events.add(new MailEvent.SenderGiven(mid, icid, sender));
        events.add(new MailEvent.RecipientGiven(mid, icid, new Rid(random.nextInt(50)), "<b@example.net>"));
        events.add(new MailEvent.RecipientRejected(mid, icid, "<c@example.net>"));
        events.add(new MailEvent.RecipientOverLimit(mid, icid, "<d@example.net>"));
        events.add(new MailEvent.MessageIdRead(mid, "<" + text() + "@example.org>"));
        events.add(new MailEvent.SubjectRead(mid, text()));
        events.add(new MailEvent.Ready(mid, random.nextInt(1 << 20), sender));
        events.add(new MailEvent.ReceivingFailed(icid, Failure.values()[random.nextInt(Failure.values().length)]));
        events.add(new MailEvent.MessageAborted(mid));
        events.add(new MailEvent.Lost(icid));
        events.add(new MailEvent.Closed(icid));
    }

    private String text() {
        var text = new StringBuilder();
        for (int i = random.nextInt(12); i > 0; i--) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return new String(text.toString().getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }
}
