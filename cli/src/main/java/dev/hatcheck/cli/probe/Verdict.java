package dev.hatcheck.cli.probe;

/** What a check comes to: that all is in order, or the first reason why it is not; the words are a promise. */
public enum Verdict {
    /** All is in order. */
    PASS("a sender that insists on TLS and checks whom it talks to can deliver here"),
    /** There is no host to ask. */
    NO_MX("publish an MX record of the domain that leads to a host with an address"),
    /** No host takes the connection, or it does not want to talk. */
    REFUSED("let the sender connect, and greet it with 220"),
    /** It does not offer STARTTLS, or refuses it. */
    NO_STARTTLS("switch TLS on for this sender, and give the listener a certificate"),
    /** They do not come to terms on TLS. */
    HANDSHAKE("let the server speak TLS 1.2 or 1.3, with keys and signatures that clients of today take"),
    /** The certificate vouches for itself. */
    SELF_SIGNED("get a certificate that a known authority has signed; a demo certificate proves nothing"),
    /** What stands between the certificate and its root is not shown. */
    MISSING_INTERMEDIATE("install the intermediate certificate of the authority together with the server's own"),
    /** The chain leads to a root that is not trusted. */
    UNTRUSTED_ROOT("get a certificate from an authority that the sender knows"),
    /** It is the certificate of another. */
    NAME_MISMATCH("get a certificate that has the name among its alternative names"),
    /** A certificate is not valid now. */
    EXPIRED("renew the certificate, or wait until it is valid");

    private final String remedy;

    Verdict(String remedy) {
        this.remedy = remedy;
    }

    /** What to do about it, if no step knows better; of a pass, what it means. */
    String remedy() {
        return remedy;
    }
}
