package dev.hatcheck.smtp.conversation;

import dev.hatcheck.engine.Engine;
import dev.hatcheck.engine.Peer;
import dev.hatcheck.engine.Verdict;
import dev.hatcheck.engine.connect.Admission;
import dev.hatcheck.engine.maillog.Icid;
import dev.hatcheck.engine.maillog.MailEvent;
import dev.hatcheck.engine.session.Greeting;
import dev.hatcheck.policies.ConnectionBehavior;
import dev.hatcheck.policies.MailFlowPolicy;
import dev.hatcheck.policies.PolicyParameters;

/** A client that the table has decided about: how it is met, the place that it takes, and how it leaves. */
final class Client {
    private final Engine engine;
    private final Surroundings surroundings;
    private final Peer peer;
    private final Identity identity;
    private final Admission admission;
    private final Greeting greeting;
    private final Icid icid;
    private boolean letIn;
    private boolean tlsAsked;
    private boolean tlsGranted;
    private boolean dialogueEnded;

    /** A client that has just come; one that is refused below SMTP uses up no number. */
    Client(Peer peer, Identity identity, Engine engine, Surroundings surroundings) {
        this.engine = engine;
        this.surroundings = surroundings;
        this.peer = peer;
        this.identity = identity;
        this.admission = engine.admit(peer);
        this.greeting = new Greeting(admission, peer, engine.settings());
        this.icid = admission.behavior() == ConnectionBehavior.TCPREFUSE
                ? Icid.NONE
                : surroundings.ids().nextIcid();
        if (isNumbered()) {
            tell(new MailEvent.Connected(icid, identity.interfaceAddress(), peer));
        }
        tell(new MailEvent.Admitted(icid, admission, peer));
    }

    private boolean isNumbered() {
        return !icid.equals(Icid.NONE);
    }

    Icid icid() {
        return icid;
    }

    Peer peer() {
        return peer;
    }

    Identity identity() {
        return identity;
    }

    Admission admission() {
        return admission;
    }

    MailFlowPolicy policy() {
        return admission.policy();
    }

    boolean offersTls() {
        return policy().value(PolicyParameters.TLS).isOffered()
                && surroundings.tls().isOffered();
    }

    Greeting greeting() {
        return greeting;
    }

    /** It comes in, if the limits on connections have it. */
    Verdict enter() {
        Verdict verdict = surroundings.concurrency().enter(peer.address(), policy(), engine.settings());
        letIn = !verdict.isRefusal();
        return verdict;
    }

    /** It asks for TLS, and gets it if the limit on TLS sessions has it. */
    Verdict beginTls() {
        tlsAsked = true;
        Verdict verdict = surroundings.concurrency().enterTls(engine.settings());
        tlsGranted = !verdict.isRefusal();
        return verdict;
    }

    /** It leaves of its own will, or is told to: the log hears of TLS that it owed us, and hears it once. */
    void endDialogue() {
        boolean owedTls =
                letIn && !tlsAsked && policy().value(PolicyParameters.TLS).isRequired();
        if (owedTls && !dialogueEnded) {
            dialogueEnded = true;
            tell(new MailEvent.TlsNeverBegun(icid));
        }
    }

    /** Its places are free again. */
    void leave() {
        if (tlsGranted) {
            surroundings.concurrency().leaveTls();
        }
        if (letIn) {
            surroundings.concurrency().leave(peer.address());
        }
    }

    /** Nothing is left of it. */
    void tellOfEnd() {
        if (isNumbered()) {
            tell(new MailEvent.Closed(icid));
        }
    }

    private void tell(MailEvent event) {
        surroundings.events().tell(event);
    }

    @Override
    public String toString() {
        return isNumbered() ? "ICID " + icid : peer.address().toString();
    }
}
