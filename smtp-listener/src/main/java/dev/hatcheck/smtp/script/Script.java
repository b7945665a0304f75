package dev.hatcheck.smtp.script;

import dev.hatcheck.engine.Verdict;
import dev.hatcheck.engine.session.Reply;
import dev.hatcheck.engine.session.Verb;
import dev.hatcheck.policies.address.IpRange;
import dev.hatcheck.policies.text.RatReader;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Something that a listener does otherwise than the appliance would, so that a test sees what its client makes of it.
 *
 * <pre>
 *   Script.at(Verb.RCPT).to("b@partner.example").first(2).reply(450, "#4.2.0 Greylisted")
 *   Script.atEndOfMessage().cutAt(0)                      the message is kept, and the client never hears of it
 *   Script.inMessage(4096).reply(421, "Going down")
 *   Script.at(Verb.EHLO, Verb.HELO).from("192.0.2.0/24").after(Duration.ofMinutes(2))
 * </pre>
 *
 * <p>Whatever is scripted is a departure from the appliance. The tables come first: what the policy, the order of
 * commands or a limit on messages refuses is refused as ever, and only what is left comes to a script. Behind it come
 * those who count and those who look further: the limits on connections and on TLS sessions, the certificate, the RAT,
 * and a rejection that was delayed. A script's refusal, of code 400 or more, is said instead of obeying; 421 closes the
 * connection, and so does any refusal of a greeting or in the middle of a message. Another reply is other words for the
 * reply to a command that is obeyed. The mail log has what it has of an ordinary session that goes so, and no word of
 * the script.
 *
 * @param title what its author calls it, if anything
 * @param moment where in a session it waits
 * @param criteria what the session must meet, all of it
 * @param times how often it acts
 * @param deviation what becomes of the reply
 */
public record Script(
        Optional<String> title, Moment moment, List<Criterion> criteria, Times times, Deviation deviation) {
    public Script {
        criteria = List.copyOf(criteria);
        if (moment instanceof Moment.Content
                && deviation.reply().isPresent()
                && deviation.refusal().isEmpty()) {
            throw new IllegalArgumentException("in the middle of a message there is no reply but a refusal");
        }
        if (moment instanceof Moment.Content
                && deviation.cut().isPresent()
                && deviation.refusal().isEmpty()) {
            throw new IllegalArgumentException("in the middle of a message there is no reply to cut; drop() closes");
        }
    }

    /** A script for all sessions that come there; as yet it changes nothing. */
    public static Script at(Moment moment) {
        return new Script(Optional.empty(), moment, List.of(), Times.ALWAYS, Deviation.NONE);
    }

    /** A script for who is about to be greeted. */
    public static Script atConnect() {
        return at(new Moment.Connected());
    }

    /** A script for any of these commands. */
    public static Script at(Verb... verbs) {
        return at(new Moment.Commanded(Set.of(verbs)));
    }

    /** A script for the middle of a message, behind so many bytes, from 1. */
    public static Script inMessage(long bytes) {
        return at(new Moment.Content(bytes));
    }

    /** A script for the end of a message that would be kept. */
    public static Script atEndOfMessage() {
        return at(new Moment.MessageEnded());
    }

    // ---- for whom

    /** The same, called so. */
    public Script named(String other) {
        return new Script(Optional.of(other), moment, criteria, times, deviation);
    }

    /** The same, only for clients in a range: an address, alone or with a prefix length. */
    public Script from(String range) {
        return with(new Criterion.Client(
                IpRange.read(range)
                        .orElseThrow(() -> new IllegalArgumentException("\"" + range + "\" is no range of addresses")),
                range));
    }

    /** The same, only for clients of a sender group. */
    public Script inGroup(String name) {
        return with(new Criterion.Group(name));
    }

    /**
     * The same, only for a recipient as a RAT writes it: {@code user@domain}, {@code user@}, {@code domain} or {@code
     * .domain}. At RCPT it is the one being named, from then on one among those of
     * the message will do, and before there is none.
     */
    public Script to(String recipient) {
        return with(new Criterion.To(
                RatReader.readRecipient(recipient)
                        .orElseThrow(() -> new IllegalArgumentException("\"" + recipient + "\" is no recipient")),
                recipient));
    }

    private Script with(Criterion criterion) {
        return new Script(
                title,
                moment,
                Stream.concat(criteria.stream(), Stream.of(criterion)).toList(),
                times,
                deviation);
    }

    // ---- how often

    /** The same, only the first so many times. */
    public Script first(long count) {
        return with(new Times(1, count));
    }

    /** The same, only from this time on, the first being 1. */
    public Script fromTime(long first) {
        return with(new Times(first, Long.MAX_VALUE));
    }

    private Script with(Times other) {
        return new Script(title, moment, criteria, other, deviation);
    }

    // ---- what happens

    /** The same, and this is said, a line for each text. */
    public Script reply(int code, String... lines) {
        return with(new Deviation(Optional.of(new Reply(code, List.of(lines))), deviation.delay(), deviation.cut()));
    }

    /**
     * The same, and the reply is held back so long by the listener's ticker. What the client says meanwhile waits; the
     * time that the session may last goes on.
     */
    public Script after(Duration delay) {
        return with(new Deviation(deviation.reply(), delay, deviation.cut()));
    }

    /** The same, and the connection is closed behind so many bytes of the reply, or behind all of a shorter one. */
    public Script cutAt(int bytes) {
        return with(new Deviation(deviation.reply(), deviation.delay(), OptionalInt.of(bytes)));
    }

    /** The same, and the connection is closed behind the reply. */
    public Script thenClose() {
        return cutAt(Integer.MAX_VALUE);
    }

    /** The same, and the connection is closed instead of obeying, without a word. */
    public Script drop() {
        return reply(421, "").cutAt(0);
    }

    private Script with(Deviation other) {
        return new Script(title, moment, criteria, times, other);
    }

    // ---- what it is

    /** What its author calls it, else what it is made of. */
    public String name() {
        return title.orElseGet(this::toString);
    }

    /** What it says to what would be obeyed. */
    public Verdict verdict() {
        return deviation
                .refusal()
                .map(refusal -> closes(refusal) ? Verdict.disconnect(refusal) : Verdict.refuse(refusal))
                .orElse(Verdict.OBEY);
    }

    private boolean closes(Reply refusal) {
        return refusal.code() == 421
                || switch (moment) {
                    case Moment.Connected connected -> true;
                    case Moment.Content content -> true;
                    case Moment.Commanded commanded -> false;
                    case Moment.MessageEnded ended -> false;
                };
    }

    boolean isFor(Scene scene) {
        return moment.covers(scene.moment()) && criteria.stream().allMatch(one -> one.isMetBy(scene));
    }

    @Override
    public String toString() {
        String where = Stream.concat(Stream.of(moment), criteria.stream())
                .map(Object::toString)
                .collect(Collectors.joining(" "));
        return where + ": " + deviation + (times.equals(Times.ALWAYS) ? "" : " (" + times + ")");
    }
}
