package dev.hatcheck.smtp.conversation;

import dev.hatcheck.engine.Engine;
import dev.hatcheck.engine.Failure;
import dev.hatcheck.engine.Peer;
import dev.hatcheck.engine.ReverseDns;
import dev.hatcheck.engine.Verdict;
import dev.hatcheck.engine.maillog.Icid;
import dev.hatcheck.engine.maillog.MailEvent;
import dev.hatcheck.engine.session.Replies;
import dev.hatcheck.engine.session.Reply;
import dev.hatcheck.engine.session.Standing;
import dev.hatcheck.engine.session.Verb;
import dev.hatcheck.policies.Assumed;
import dev.hatcheck.policies.Esa;
import dev.hatcheck.policies.PolicyParameters;
import dev.hatcheck.policies.Rfc;
import dev.hatcheck.policies.address.HostName;
import dev.hatcheck.policies.address.IpAddress;
import dev.hatcheck.policies.address.MailAddress;
import dev.hatcheck.smtp.StartTls;
import dev.hatcheck.smtp.TlsSession;
import dev.hatcheck.smtp.script.Moment;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One SMTP session, without a socket, a thread or a clock.
 *
 * <p>What happens to the client goes in by the methods that are named for it; what is to be done comes out as {@link
 * Action}s, to be carried out in order before the next input. {@link #elapsed} is said before every other input.
 *
 * <pre>
 *   ASKING --answered, and DNS lists are open--> ASKING
 *   ASKING --answered--> COMMANDS --STARTTLS--> SECURING --secured--> COMMANDS
 *                        COMMANDS --DATA--> DATA --CRLF.CRLF--> COMMITTING --kept, notKept--> COMMANDS
 *                                           DATA --CRLF.CRLF, and the message is refused--> COMMANDS
 *                                           DATA --too much header--> DEAF
 *                        COMMANDS --XCLIENT--> REPLACED
 *   any --QUIT, 421, lost, ...--> OVER
 * </pre>
 *
 * <p>Long, as it is the one place where the state of a session changes: what is read, decided and answered is elsewhere.
 *
 * <p>Not safe for threads: one at a time may talk to it.
 */
public final class Conversation {
    /** The number of the bad command at which the conversation ends. */
    @Esa({"T214630", "T118495"})
    static final int LAST_BAD_COMMAND = 5;

    /** The codes of commands that count as bad: unrecognized, a line too long, or wrong arguments. */
    @Rfc("5321 section 4.2.2")
    @Esa({"T214630", "T118495"})
    @Assumed("that other refusals do not count: who speaks well and is refused is no attacker")
    private static final Set<Integer> BAD_COMMAND = Set.of(500, 501);

    /** The code of a refusal, also of one that a table has for its own, behind which the connection is closed. */
    @Rfc("5321 section 4.2.3")
    private static final int CLOSING = 421;

    private final Engine engine;
    private final Surroundings surroundings;
    private final Opening opening;
    private final SessionTime time;
    private final Outbox outbox = new Outbox();
    private final Scripting scripting;
    private final LineReader lines = new LineReader();

    private Phase phase = Phase.ASKING;
    private Optional<Client> client = Optional.empty();
    private boolean listsAsked;
    private Optional<Injection> injection = Optional.empty();
    private Optional<TlsSession> tls;
    private Optional<String> helo;
    private int badCommands;

    /**
     * A conversation with a client that has just connected.
     *
     * @param engine what decides, from now to the end of the session
     * @param surroundings what it shares with others
     * @param interfaceAddress our end of the connection, for the log
     * @param address the client's end
     * @param now the time, in the ticker's nanoseconds
     */
    public Conversation(
            Engine engine, Surroundings surroundings, String interfaceAddress, IpAddress address, long now) {
        this(engine, surroundings, Opening.of(Identity.of(interfaceAddress, address)), now);
    }

    /** The same, with a client of whom something is known or heard already. */
    public Conversation(Engine engine, Surroundings surroundings, Opening opening, long now) {
        this.engine = engine;
        this.surroundings = surroundings;
        this.opening = opening;
        this.tls = opening.tls();
        this.helo = opening.helo();
        this.time = new SessionTime(engine.settings(), now);
        this.scripting = new Scripting(surroundings.cues(), outbox, this);
        outbox.add(new Action.Ask(opening.client().address()));
    }

    // ---- what comes out

    /** Whether there is something to do. */
    public boolean hasAction() {
        return outbox.hasAction();
    }

    /** The next thing to do; there must be one. */
    public Action nextAction() {
        return outbox.next();
    }

    /**
     * Whether it takes input now; otherwise it waits for an answer, a handshake, a commit or a moment, or is over.
     */
    public boolean listens() {
        return phase.listens() && !outbox.isHeld();
    }

    /** Whether a script keeps the client waiting, until {@link #deadline}. */
    public boolean isHeld() {
        return outbox.isHeld();
    }

    /** Whether it has ended: nothing but its remaining actions is to be done. */
    public boolean isOver() {
        return hasEnded() && !outbox.isHeld();
    }

    private boolean hasEnded() {
        return phase == Phase.OVER || phase == Phase.REPLACED;
    }

    /**
     * The moment, in the ticker's nanoseconds, at which {@link #elapsed} must be said at the latest; far ahead while
     * somebody else is waited for.
     */
    public long deadline() {
        if (outbox.isHeld()) {
            return outbox.heldUntil();
        }
        return phase.isTimed()
                ? time.deadline(injection().accepted() == 0, injection().isIdle())
                : time.farAhead();
    }

    // ---- what goes in

    /** It is now this late. */
    public void elapsed(long now) {
        time.elapsed(now);
        outbox.elapsed(now);
        if (!phase.isTimed()) {
            return;
        }
        if (injection().accepted() == 0 && time.isOverForFirstMessage()) {
            tell(new MailEvent.NoMessageInTime(icid(), client().peer()));
            hangUp(Replies.NO_MESSAGE_IN_TIME);
        } else if (time.isOver(injection().isIdle())) {
            tell(new MailEvent.ConnectedTooLong(icid(), client().peer()));
            hangUp(Replies.CONNECTED_TOO_LONG);
        }
    }

    /**
     * The client is this: it is admitted and greeted, or turned away, unless there are DNS lists to be asked first,
     * which happens once.
     */
    public void answered(Peer found) {
        if (hasEnded()) {
            return;
        }
        Optional<ReverseDns> name = opening.client().name();
        Peer peer = name.isPresent() ? found.with(name.get()) : found;
        List<HostName> open = listsAsked ? List.of() : engine.openQuestions(peer);
        listsAsked = true;
        if (open.isEmpty()) {
            admit(engine.asSeen(peer));
        } else {
            outbox.add(new Action.AskLists(peer, open));
        }
    }

    private void admit(Peer peer) {
        var arrived = new Client(peer, opening.client(), engine, surroundings);
        client = Optional.of(arrived);
        obey(enter(arrived), () -> {
            injection = Optional.of(injectionOf(arrived));
            phase = Phase.COMMANDS;
            if (tls.isPresent()) {
                tellOfTls(tls.get());
            }
            if (opening.greets()) {
                send(arrived.greeting().banner());
            }
        });
    }

    /**
     * Lets a client in, who has a place in the limits from then on, or says why not. Each is asked only if those before
     * let the client in: the table, the scripts, the limits.
     */
    private Verdict enter(Client arrived) {
        Verdict verdict = arrived.greeting().verdict();
        if (!verdict.isRefusal() && opening.greets()) {
            verdict = scripting.at(new Moment.Connected());
        }
        if (!verdict.isRefusal()) {
            verdict = arrived.enter();
        }
        return verdict.isRefusal() || tls.isEmpty() ? verdict : arrived.beginTls();
    }

    private Injection injectionOf(Client arrived) {
        return arrived.greeting().delaysRejection()
                ? new DelayedRejection(arrived, surroundings.events())
                : new Acceptance(arrived, engine, surroundings, outbox);
    }

    /** These bytes arrived. Takes those it may look at now and leaves the others in the buffer. */
    public void received(ByteBuffer bytes) {
        while (listens() && bytes.hasRemaining()) {
            switch (phase) {
                case DATA -> data(bytes);
                case DEAF -> unheard(lines.next(bytes));
                default -> heard(lines.next(bytes));
            }
        }
        if (phase == Phase.SECURING || phase == Phase.OVER) {
            bytes.position(bytes.limit()); // what was said in clear behind STARTTLS was never said
        }
    }

    /** The handshake succeeded. */
    public void secured(TlsSession session) {
        if (!hasEnded()) {
            tls = Optional.of(session);
            phase = Phase.COMMANDS;
            tellOfTls(session);
        }
    }

    private void tellOfTls(TlsSession session) {
        tell(new MailEvent.TlsSucceeded(icid(), session.protocol(), session.cipher()));
    }

    /** The handshake failed, or the client vanished in it. */
    public void handshakeFailed() {
        if (!hasEnded()) {
            tell(new MailEvent.TlsFailed(icid()));
            lost();
        }
    }

    /** The message is kept. */
    public void kept() {
        if (!hasEnded()) {
            phase = Phase.COMMANDS;
            send(Replies.messageAccepted(injection().kept().number()));
        }
    }

    /** The message could not be kept. */
    public void notKept() {
        if (!hasEnded()) {
            phase = Phase.COMMANDS;
            refuseMessage(Verdict.refuse(Replies.SERVER_ERROR, Failure.SERVER_ERROR));
        }
    }

    /** The client is gone. */
    public void lost() {
        outbox.release();
        if (!hasEnded()) {
            client.ifPresent(Client::endDialogue);
            client.ifPresent(known -> tell(new MailEvent.Lost(known.icid())));
            end(new Action.Close());
        }
    }

    /** The listener is going down. */
    public void shutDown() {
        outbox.release();
        if (client.isPresent() && phase != Phase.SECURING && !hasEnded()) {
            hangUp(Replies.shuttingDown(hostname()));
        } else if (!hasEnded()) {
            end(new Action.Close());
        }
    }

    // ---- commands

    private void heard(Line line) {
        switch (line) {
            case Line.Incomplete() -> {}
            case Line.TooLong() -> complain(Replies.LINE_TOO_LONG);
            case Line.Malformed(var text) -> notRecognized(text);
            case Line.Whole(var text) -> heard(CommandReader.read(text), text);
        }
    }

    private void heard(Command command, String text) {
        switch (command) {
            case Command.Unknown() -> notRecognized(text);
            case Command.HttpRequest() -> close();
            case Command.Xclient(var arguments) ->
                opening.introducer().ifPresentOrElse(peer -> introduce(arguments, peer), () -> notRecognized(text));
            // where TLS is not offered STARTTLS is a word that nobody knows: no rule has a say in it
            case Command.Known known when known.verb() == Verb.STARTTLS && !client().offersTls() -> notRecognized(text);
            case Command.Known known -> obey(judge(known), () -> act(known, text));
        }
    }

    private Verdict judge(Command.Known command) {
        Standing standing = standing();
        Verdict verdict = switch (command) {
            case Command.Mail mail -> standing.judgeMail(mail.size());
            case Command.Rcpt rcpt -> standing.judgeRcpt();
            case Command.Hello hello -> standing.judge(hello.verb());
            case Command.Plain plain -> standing.judge(plain.verb());
            case Command.Wrong wrong -> standing.judge(wrong.verb());
            case Command.Misaddressed misaddressed -> standing.judge(misaddressed.verb());
        };
        return verdict.orElse(() -> scripting.at(command));
    }

    private void notRecognized(String text) {
        tell(new MailEvent.UnknownCommand(icid(), text));
        complain(Replies.NOT_RECOGNIZED);
    }

    /** What is left of a message is no command, whatever it looks like; only a client that wants to go may. */
    @Esa("T118495")
    @Assumed("that QUIT is heard: it can do no harm")
    private void unheard(Line line) {
        switch (line) {
            case Line.Incomplete() -> {}
            case Line.TooLong() -> complain(Replies.NOT_RECOGNIZED);
            case Line.Malformed(var text) -> notRecognized(text);
            case Line.Whole(var text) -> {
                if (CommandReader.read(text) instanceof Command.Plain(var verb) && verb == Verb.QUIT) {
                    part();
                } else {
                    notRecognized(text);
                }
            }
        }
    }

    private void act(Command.Known command, String text) {
        switch (command) {
            case Command.Hello(var verb, var name) -> hello(verb, name);
            case Command.Mail mail -> {
                injection().begin(mail.sender());
                send(Replies.senderOk(mail.sender().toString()));
            }
            case Command.Rcpt rcpt ->
                obey(injection().add(rcpt, time.now()), () -> send(Replies.recipientOk(rcpt.path())));
            case Command.Plain(var verb) -> plain(verb);
            case Command.Wrong(var verb, var reply) -> {
                tell(new MailEvent.BadSyntax(icid(), text));
                complain(reply);
            }
            case Command.Misaddressed(var verb, var fault) -> {
                tell(
                        verb == Verb.RCPT
                                ? new MailEvent.InvalidRecipient(
                                        icid(), injection().mid(), fault)
                                : new MailEvent.InvalidSender(icid(), fault));
                complain(Replies.syntaxError(verb));
            }
        }
    }

    private void plain(Verb verb) {
        switch (verb) {
            case AUTH -> send(Replies.AUTH_NOT_AVAILABLE);
            case DATA -> openMessage();
            case HELP -> send(Replies.HELP);
            case NOOP -> send(Replies.OK);
            case QUIT -> part();
            case RSET -> {
                injection().giveUp();
                send(Replies.RESET);
            }
            case STARTTLS -> startTls();
            case VRFY -> send(Replies.CANNOT_VRFY);
            case EHLO, HELO, MAIL, RCPT -> throw new IllegalStateException(verb + " has arguments");
        }
    }

    private void hello(Verb verb, String name) {
        injection().giveUp();
        helo = Optional.of(name);
        send(verb == Verb.EHLO ? ehlo() : Replies.helo(hostname()));
    }

    private Reply ehlo() {
        Reply ehlo = Replies.ehlo(
                hostname(),
                client().policy().value(PolicyParameters.MAX_MESSAGE_SIZE),
                client().offersTls() && tls.isEmpty());
        return opening.introducer().isPresent() ? Replies.withXclient(ehlo) : ehlo;
    }

    private void startTls() {
        if (surroundings.tls() instanceof StartTls.WithoutCertificate) {
            send(Replies.TLS_NOT_AVAILABLE);
            return;
        }
        obey(client().beginTls(), () -> {
            injection().giveUp();
            helo = Optional.empty();
            phase = Phase.SECURING;
            send(Replies.GO_AHEAD_WITH_TLS);
            outbox.add(new Action.Secure());
        });
    }

    /** No policy has a say in this: it is not the client who speaks. */
    private void introduce(String arguments, Identity introducer) {
        if (!injection().isIdle()) {
            send(Replies.MAIL_IN_PROGRESS);
            return;
        }
        switch (Xclient.read(arguments, opening.client(), introducer)) {
            case Xclient.Result.Introduced(var next) -> giveWay(Opening.introduced(next, introducer));
            case Xclient.Result.Wrong(var complaint) -> send(Replies.badXclient(complaint));
        }
    }

    private void giveWay(Opening next) {
        end(new Action.GiveWay(tls.map(next::withTls).orElse(next)));
        phase = Phase.REPLACED;
    }

    // ---- a message

    private void openMessage() {
        injection().open(tls, helo.orElse(""));
        scripting.messageBegins();
        phase = Phase.DATA;
        send(Replies.GO_AHEAD);
    }

    private void data(ByteBuffer bytes) {
        IncomingMessage message = scripting.read(bytes, injection()::receive);
        if (message.hasTooBigHeader()) {
            phase = Phase.DEAF;
            refuseMessage(Verdict.refuse(Replies.HEADER_TOO_BIG, Failure.HEADER_SIZE));
        } else if (message.hasEnded()) {
            ended(message.verdict().orElse(() -> scripting.at(new Moment.MessageEnded())));
        } else {
            obey(scripting.inMessage(), () -> outbox.pause(time.now()));
        }
    }

    private void ended(Verdict verdict) {
        if (verdict.isRefusal()) {
            phase = Phase.COMMANDS;
            refuseMessage(verdict);
        } else {
            phase = Phase.COMMITTING;
            outbox.add(new Action.Commit());
        }
    }

    private void refuseMessage(Verdict verdict) {
        obey(verdict, () -> {});
        injection().giveUp();
    }

    // ---- verdicts, and the end

    private void obey(Verdict verdict, Runnable go) {
        switch (verdict) {
            case Verdict.Obey() -> go.run();
            case Verdict.Refuse(var reply, var failure) -> {
                failure.ifPresent(this::tellOfFailure);
                refuse(reply);
            }
            case Verdict.Disconnect(var reply, var failure) -> {
                failure.ifPresent(this::tellOfFailure);
                hangUp(reply);
            }
            case Verdict.TcpRefuse() -> end(new Action.Reset());
        }
    }

    private void refuse(Reply reply) {
        if (reply.code() == CLOSING) {
            hangUp(reply);
        } else {
            send(reply);
        }
    }

    /**
     * The client did not make itself understood. Only that may count as bad: a refusal of the tables may have any code.
     */
    private void complain(Reply reply) {
        if (BAD_COMMAND.contains(reply.code()) && ++badCommands == LAST_BAD_COMMAND) {
            hangUp(Replies.TOO_MANY_BAD_COMMANDS);
        } else {
            send(reply);
        }
    }

    private void hangUp(Reply reply) {
        send(reply);
        close();
    }

    private void part() {
        send(Replies.goodbye(hostname()));
        end(new Action.Part());
    }

    private void close() {
        end(new Action.Close());
    }

    private void end(Action last) {
        if (hasEnded()) {
            return; // a script has cut the reply that was to be the last
        }
        client.ifPresent(Client::endDialogue);
        phase = Phase.OVER;
        client.ifPresent(Client::leave);
        injection.ifPresent(Injection::giveUp);
        outbox.end(last);
        client.ifPresent(Client::tellOfEnd);
    }

    private void tellOfFailure(Failure failure) {
        tell(new MailEvent.ReceivingFailed(icid(), failure));
    }

    private void tell(MailEvent event) {
        surroundings.events().tell(event);
    }

    private void send(Reply reply) {
        if (outbox.send(reply, time.now())) {
            close();
        }
    }

    // ---- facts

    /** The client; it must have been admitted. */
    Client client() {
        return client.orElseThrow();
    }

    private Injection injection() {
        return injection.orElseThrow();
    }

    /** The recipients of the message that is on its way. */
    List<MailAddress> recipients() {
        return injection.map(Injection::recipients).orElse(List.of());
    }

    private Icid icid() {
        return client().icid();
    }

    private String hostname() {
        return engine.settings().hostname();
    }

    private Standing standing() {
        return new Standing(
                client().policy(),
                tls.isPresent(),
                injection().stage(helo.isPresent()),
                injection().accepted(),
                recipients().size());
    }

    /** For the log of diagnostics: its number, or before there is one, its address. */
    @Override
    public String toString() {
        return client.map(Client::toString)
                .orElseGet(() -> opening.client().address().toString());
    }
}
