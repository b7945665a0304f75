package dev.hatcheck.smtp.conversation;

import dev.hatcheck.engine.Engine;
import dev.hatcheck.engine.Failure;
import dev.hatcheck.engine.Peer;
import dev.hatcheck.engine.Verdict;
import dev.hatcheck.engine.connect.Admission;
import dev.hatcheck.engine.maillog.Icid;
import dev.hatcheck.engine.maillog.MailEvent;
import dev.hatcheck.engine.session.CommandOrder.Stage;
import dev.hatcheck.engine.session.Greeting;
import dev.hatcheck.engine.session.Replies;
import dev.hatcheck.engine.session.Reply;
import dev.hatcheck.engine.session.Verb;
import dev.hatcheck.policies.ConnectionBehavior;
import dev.hatcheck.policies.Esa;
import dev.hatcheck.policies.MailFlowPolicy;
import dev.hatcheck.policies.PolicyParameters;
import dev.hatcheck.policies.address.HostName;
import dev.hatcheck.policies.address.IpAddress;
import dev.hatcheck.smtp.Envelope;
import dev.hatcheck.smtp.TlsSession;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;

/**
 * One SMTP session, without a socket, a thread or a clock.
 *
 * <p>What happens to the client goes in by the methods that are named for it; what is to be done comes out as {@link
 * Action}s, to be carried out in order before the next input. {@link #elapsed} is said before every other input.
 *
 * <pre>
 *   ASKING --answered--> COMMANDS --STARTTLS--> SECURING --secured--> COMMANDS
 *                        COMMANDS --DATA--> DATA --CRLF.CRLF--> COMMITTING --kept, notKept--> COMMANDS
 *                                           DATA --too much header--> DEAF
 *   any --QUIT, 421, lost, ...--> OVER
 * </pre>
 *
 * <p>Not safe for threads: one at a time may talk to it.
 */
public final class Conversation {
    /** The number of the bad command at which the conversation ends. */
    @Esa({"T214630", "T118495"})
    static final int LAST_BAD_COMMAND = 5;

    private final Engine engine;
    private final Surroundings surroundings;
    private final String interfaceAddress;
    private final IpAddress address;
    private final SessionTime time;
    private final Queue<Action> actions = new ArrayDeque<>();
    private final LineReader lines = new LineReader();

    private Phase phase = Phase.ASKING;
    private Optional<Client> client = Optional.empty();
    private boolean listsAsked;
    private boolean counted;
    private boolean tlsBegun;
    private Optional<TlsSession> tls = Optional.empty();
    private Optional<String> helo = Optional.empty();
    private Optional<Transaction> transaction = Optional.empty();
    private int accepted;
    private int badCommands;

    /** A client about whom the table has decided. */
    private record Client(Icid icid, Peer peer, Admission admission) {}

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
        this.engine = engine;
        this.surroundings = surroundings;
        this.interfaceAddress = interfaceAddress;
        this.address = address;
        this.time = new SessionTime(engine.settings(), now);
        actions.add(new Action.Ask(address));
    }

    // ---- what comes out

    /** Whether there is something to do. */
    public boolean hasAction() {
        return !actions.isEmpty();
    }

    /** The next thing to do; there must be one. */
    public Action nextAction() {
        return actions.remove();
    }

    /** Whether it takes input now; otherwise it waits for an answer, a handshake or a commit, or is over. */
    public boolean listens() {
        return phase.listens();
    }

    /** Whether it has ended: nothing but its remaining actions is to be done. */
    public boolean isOver() {
        return phase == Phase.OVER;
    }

    /**
     * The moment, in the ticker's nanoseconds, at which {@link #elapsed} must be said at the latest; far ahead while
     * somebody else is waited for.
     */
    public long deadline() {
        return phase.isTimed() ? time.deadline(accepted == 0, transaction.isEmpty()) : time.farAhead();
    }

    // ---- what goes in

    /** It is now this late. */
    public void elapsed(long now) {
        time.elapsed(now);
        if (!phase.isTimed()) {
            return;
        }
        if (accepted == 0 && time.isOverForFirstMessage()) {
            tell(new MailEvent.NoMessageInTime(icid(), client.orElseThrow().peer()));
            hangUp(Replies.NO_MESSAGE_IN_TIME);
        } else if (time.isOver(transaction.isEmpty())) {
            tell(new MailEvent.ConnectedTooLong(icid(), client.orElseThrow().peer()));
            hangUp(Replies.CONNECTED_TOO_LONG);
        }
    }

    /**
     * The client is this: it is admitted and greeted, or turned away, unless there are DNS lists to be asked first, which
     * happens once.
     */
    public void answered(Peer peer) {
        if (isOver()) {
            return;
        }
        List<HostName> open = listsAsked ? List.of() : engine.openQuestions(peer);
        listsAsked = true;
        if (open.isEmpty()) {
            admit(engine.asSeen(peer));
        } else {
            actions.add(new Action.AskLists(peer, open));
        }
    }

    private void admit(Peer peer) {
        Admission admission = engine.admit(peer);
        boolean numbered = admission.behavior() != ConnectionBehavior.TCPREFUSE;
        Icid icid = numbered ? surroundings.ids().nextIcid() : Icid.NONE;
        if (numbered) {
            tell(new MailEvent.Connected(icid, interfaceAddress, peer));
            client = Optional.of(new Client(icid, peer, admission));
        }
        tell(new MailEvent.Admitted(icid, admission, peer));
        Verdict verdict = Greeting.check(admission.policy(), hostname())
                .orElse(() -> surroundings.concurrency().enter(address, admission.policy(), engine.settings()));
        obey(verdict, () -> {
            counted = true;
            phase = Phase.COMMANDS;
            send(Replies.greeting(hostname()));
        });
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
        if (!isOver()) {
            tls = Optional.of(session);
            phase = Phase.COMMANDS;
            tell(new MailEvent.TlsSucceeded(icid(), session.protocol(), session.cipher()));
        }
    }

    /** The handshake failed, or the client vanished in it. */
    public void handshakeFailed() {
        if (!isOver()) {
            tell(new MailEvent.TlsFailed(icid()));
            lost();
        }
    }

    /** The message is kept. */
    public void kept() {
        if (!isOver()) {
            Transaction done = transaction.orElseThrow();
            done.kept();
            transaction = Optional.empty();
            accepted++;
            phase = Phase.COMMANDS;
            send(Replies.messageAccepted(done.mid().number()));
        }
    }

    /** The message could not be kept. */
    public void notKept() {
        if (!isOver()) {
            phase = Phase.COMMANDS;
            refuseMessage(Verdict.refuse(Replies.SERVER_ERROR, Failure.SERVER_ERROR));
        }
    }

    /** The client is gone. */
    public void lost() {
        if (!isOver()) {
            tellOfMissingTls();
            client.ifPresent(known -> tell(new MailEvent.Lost(known.icid())));
            end(new Action.Close());
        }
    }

    /** The listener is going down. */
    public void shutDown() {
        if (client.isPresent() && phase != Phase.SECURING && !isOver()) {
            hangUp(Replies.shuttingDown(hostname()));
        } else if (!isOver()) {
            end(new Action.Close());
        }
    }

    // ---- commands

    private void heard(Line line) {
        switch (line) {
            case Line.Incomplete() -> {}
            case Line.TooLong() -> refuse(Replies.LINE_TOO_LONG);
            case Line.Malformed(var text) -> notRecognized(text);
            case Line.Whole(var text) -> heard(CommandReader.read(text), text);
        }
    }

    private void heard(Command command, String text) {
        switch (command) {
            case Command.Unknown() -> notRecognized(text);
            case Command.HttpRequest() -> close();
            case Command.Known known when known.verb() == Verb.STARTTLS && !offersTls() -> notRecognized(text);
            case Command.Known known -> obey(standing().judge(known), () -> act(known, text));
        }
    }

    private void notRecognized(String text) {
        tell(new MailEvent.UnknownCommand(icid(), text));
        refuse(Replies.NOT_RECOGNIZED);
    }

    private void unheard(Line line) {
        if (!(line instanceof Line.Incomplete)) {
            refuse(Replies.NOT_RECOGNIZED);
        }
    }

    private void act(Command.Known command, String text) {
        switch (command) {
            case Command.Hello(var verb, var name) -> hello(verb, name);
            case Command.Mail mail -> begin(mail.sender());
            case Command.Rcpt rcpt -> addRecipient(rcpt);
            case Command.Plain(var verb) -> plain(verb);
            case Command.Wrong(var verb, var reply) -> {
                tell(new MailEvent.BadSyntax(icid(), text));
                refuse(reply);
            }
        }
    }

    private void plain(Verb verb) {
        switch (verb) {
            case AUTH -> send(Replies.AUTH_NOT_AVAILABLE);
            case DATA -> openMessage();
            case HELP -> send(Replies.HELP);
            case NOOP -> send(Replies.OK);
            case QUIT -> hangUp(Replies.goodbye(hostname()));
            case RSET -> {
                giveUpMessage();
                send(Replies.RESET);
            }
            case STARTTLS -> startTls();
            case VRFY -> send(Replies.CANNOT_VRFY);
            case EHLO, HELO, MAIL, RCPT -> throw new IllegalStateException(verb + " has arguments");
        }
    }

    private void hello(Verb verb, String name) {
        giveUpMessage();
        helo = Optional.of(name);
        send(
                verb == Verb.EHLO
                        ? Replies.ehlo(
                                hostname(),
                                policy().value(PolicyParameters.MAX_MESSAGE_SIZE),
                                offersTls() && tls.isEmpty())
                        : Replies.helo(hostname()));
    }

    private void startTls() {
        if (!surroundings.tlsAvailable()) {
            send(Replies.TLS_NOT_AVAILABLE);
            return;
        }
        giveUpMessage();
        helo = Optional.empty();
        tlsBegun = true;
        phase = Phase.SECURING;
        send(Replies.GO_AHEAD_WITH_TLS);
        actions.add(new Action.Secure());
    }

    // ---- a message

    private void begin(Path sender) {
        transaction = Optional.of(
                new Transaction(surroundings.ids().nextMid(), icid(), sender, surroundings.events(), actions::add));
        send(Replies.senderOk(sender.toString()));
    }

    private void addRecipient(Command.Rcpt rcpt) {
        Transaction open = transaction.orElseThrow();
        Verdict verdict = engine.recipients().check(policy(), rcpt.recipient());
        if (verdict.isRefusal()) {
            open.reject(rcpt.path());
        }
        obey(verdict, () -> {
            open.add(rcpt.path());
            send(Replies.recipientOk(rcpt.path()));
        });
    }

    private void openMessage() {
        Transaction open = transaction.orElseThrow();
        open.open(envelope(open), policy(), engine.settings());
        phase = Phase.DATA;
        send(Replies.GO_AHEAD);
    }

    private Envelope envelope(Transaction open) {
        Client known = client.orElseThrow();
        return new Envelope(
                open.mid(),
                known.icid(),
                known.peer(),
                known.admission(),
                tls,
                helo.orElse(""),
                open.sender().toString(),
                open.recipients());
    }

    private void data(ByteBuffer bytes) {
        IncomingMessage message = transaction.orElseThrow().receive(bytes);
        if (message.hasTooBigHeader()) {
            phase = Phase.DEAF;
            refuseMessage(Verdict.refuse(Replies.HEADER_TOO_BIG, Failure.HEADER_SIZE));
        } else if (message.hasEnded() && message.isWelcome()) {
            phase = Phase.COMMITTING;
            actions.add(new Action.Commit());
        } else if (message.hasEnded()) {
            phase = Phase.COMMANDS;
            refuseMessage(message.verdict());
        }
    }

    private void refuseMessage(Verdict verdict) {
        obey(verdict, () -> {});
        giveUpMessage();
    }

    private void giveUpMessage() {
        transaction.ifPresent(Transaction::giveUp);
        transaction = Optional.empty();
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
        boolean bad = reply.code() == 500 || reply.code() == 501;
        if (bad && ++badCommands == LAST_BAD_COMMAND) {
            hangUp(Replies.TOO_MANY_BAD_COMMANDS);
        } else {
            send(reply);
        }
    }

    private void hangUp(Reply reply) {
        send(reply);
        close();
    }

    private void close() {
        tellOfMissingTls();
        end(new Action.Close());
    }

    private void end(Action last) {
        phase = Phase.OVER;
        if (counted) {
            surroundings.concurrency().leave(address);
        }
        giveUpMessage();
        actions.add(last);
        client.ifPresent(known -> tell(new MailEvent.Closed(known.icid())));
    }

    private void tellOfMissingTls() {
        if (counted && !tlsBegun && policy().value(PolicyParameters.TLS).isRequired()) {
            tell(new MailEvent.TlsNeverBegun(icid()));
        }
    }

    private void tellOfFailure(Failure failure) {
        tell(new MailEvent.ReceivingFailed(icid(), failure));
    }

    private void tell(MailEvent event) {
        surroundings.events().tell(event);
    }

    private void send(Reply reply) {
        actions.add(new Action.Send(ByteBuffer.wrap(reply.wire().getBytes(StandardCharsets.ISO_8859_1))));
    }

    // ---- facts

    private Icid icid() {
        return client.orElseThrow().icid();
    }

    private MailFlowPolicy policy() {
        return client.orElseThrow().admission().policy();
    }

    private String hostname() {
        return engine.settings().hostname();
    }

    private boolean offersTls() {
        return policy().value(PolicyParameters.TLS).isOffered();
    }

    private Standing standing() {
        int recipients = transaction.map(open -> open.recipients().size()).orElse(0);
        return new Standing(policy(), tls.isPresent(), stage(recipients), accepted, recipients);
    }

    private Stage stage(int recipients) {
        if (transaction.isPresent()) {
            return recipients == 0 ? Stage.MAIL : Stage.RCPT;
        }
        return helo.isPresent() ? Stage.GREETED : Stage.CONNECTED;
    }

    /** For the log of diagnostics: its number, or before there is one, its address. */
    @Override
    public String toString() {
        return client.map(known -> "ICID " + known.icid()).orElseGet(address::toString);
    }
}
