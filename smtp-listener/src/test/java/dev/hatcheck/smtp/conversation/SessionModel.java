package dev.hatcheck.smtp.conversation;

import dev.hatcheck.policies.TlsUse;

/**
 * The dialogue in small: which code answers which command, by the plainest rules.
 *
 * <p>It knows only commands of {@link Say}, whose outcome apart from the state of the session is part of their name.
 */
final class SessionModel {
    /** What the model's client can say. */
    enum Say {
        EHLO("EHLO client.example"),
        EHLO_NOBODY("EHLO"),
        HELO("HELO"),
        MAIL("MAIL FROM:<a@b.example> SIZE=5 BODY=8BITMIME"),
        MAIL_BAD("MAIL FROM:a@b.example"),
        MAIL_TWICE("MAIL FROM:<a@b.example> SIZE=1 size=2"),
        MAIL_ODD("MAIL FROM:<> ODD=1"),
        MAIL_BIG("MAIL FROM:<a@b.example> SIZE=99999999999999999999"),
        RCPT("rcpt to: <x@sub.example>"),
        RCPT_REFUSED("RCPT TO:<x@refused.example>"),
        RCPT_BAD("RCPT TO:<>"),
        RCPT_ODD("RCPT TO:<x@sub.example> ODD"),
        DATA("DATA"),
        DATA_BAD("DATA now"),
        RSET("RSET"),
        NOOP("NOOP and more"),
        VRFY("VRFY x"),
        HELP("HELP"),
        AUTH("AUTH LOGIN"),
        STARTTLS("STARTTLS"),
        STARTTLS_BAD("STARTTLS now"),
        QUIT("QUIT"),
        UNKNOWN("EXPN list"),
        TOO_LONG("NOOP " + "x".repeat(3000)),
        HTTP("POST / HTTP/1.1");

        final String line;

        Say(String line) {
            this.line = line;
        }
    }

    /** No reply, and the end. */
    static final int SILENCE = 0;

    private final TlsUse tls;
    private final int maxMessages;
    private final int maxRecipients;
    private final boolean rejects;
    private boolean secured;
    private boolean greeted;
    private boolean hasSender;
    private int recipients;
    private int messages;
    private int bad;
    private boolean over;

    SessionModel(TlsUse tls, int maxMessages, int maxRecipients) {
        this(tls, maxMessages, maxRecipients, false);
    }

    private SessionModel(TlsUse tls, int maxMessages, int maxRecipients, boolean rejects) {
        this.tls = tls;
        this.maxMessages = maxMessages;
        this.maxRecipients = maxRecipients;
        this.rejects = rejects;
    }

    /** The dialogue with a client whose rejection is delayed. */
    static SessionModel rejecting(TlsUse tls) {
        return new SessionModel(tls, 1, 1, true);
    }

    boolean isOver() {
        return over;
    }

    boolean isSecured() {
        return secured;
    }

    /** The code of the answer; after 354 the message of {@link #data} is due. */
    int answer(Say say) {
        int code = code(say);
        boolean counts = code == 500 || code == 501;
        if (counts && ++bad == 5) {
            code = 421;
        }
        over |= code == 421 || code == 221 || code == SILENCE;
        return code;
    }

    /** The code that answers a message of the right size, or one that is too big. */
    int data(boolean tooBig) {
        forgetMessage();
        messages += tooBig ? 0 : 1;
        return tooBig ? 552 : 250;
    }

    private int code(Say say) {
        if (say == Say.HTTP) {
            return SILENCE;
        }
        boolean startTls = say == Say.STARTTLS || say == Say.STARTTLS_BAD;
        if (say == Say.UNKNOWN || say == Say.TOO_LONG || startTls && tls == TlsUse.OFF) {
            return 500;
        }
        boolean free = startTls || say == Say.EHLO || say == Say.EHLO_NOBODY || say == Say.NOOP || say == Say.QUIT;
        if (tls == TlsUse.REQUIRED && !secured && !free) {
            return 530;
        }
        return switch (say) {
            case EHLO, HELO -> {
                forgetMessage();
                greeted = true;
                yield 250;
            }
            case EHLO_NOBODY -> 501;
            case NOOP -> 250;
            case QUIT -> 221;
            case RSET -> {
                forgetMessage();
                yield 250;
            }
            case STARTTLS, STARTTLS_BAD -> startTls(say);
            case VRFY -> secured && !greeted ? 503 : 252;
            case HELP -> secured && !greeted ? 503 : 214;
            case AUTH -> 503;
            case MAIL, MAIL_BAD, MAIL_TWICE, MAIL_ODD, MAIL_BIG -> mail(say);
            case RCPT, RCPT_REFUSED, RCPT_BAD, RCPT_ODD -> rcpt(say);
            case DATA, DATA_BAD -> recipients == 0 ? 503 : say == Say.DATA ? 354 : 501;
            case UNKNOWN, TOO_LONG, HTTP -> throw new IllegalStateException();
        };
    }

    private int startTls(Say say) {
        if (secured) {
            return 503;
        } else if (say == Say.STARTTLS_BAD) {
            return 501;
        }
        forgetMessage();
        greeted = false;
        secured = true;
        return 220;
    }

    private int mail(Say say) {
        if (!greeted || hasSender) {
            return 503;
        }
        return switch (say) {
            case MAIL_BAD, MAIL_TWICE -> 501;
            case MAIL_ODD -> 555;
            default -> {
                if (messages == maxMessages) {
                    yield 421;
                }
                hasSender = say == Say.MAIL;
                yield hasSender ? 250 : 552;
            }
        };
    }

    private int rcpt(Say say) {
        if (!hasSender) {
            return 503;
        }
        return switch (say) {
            case RCPT_BAD -> 501;
            case RCPT_ODD -> 555;
            default -> {
                if (recipients == maxRecipients) {
                    yield 452;
                }
                if (rejects) {
                    yield 554;
                }
                recipients += say == Say.RCPT ? 1 : 0;
                yield say == Say.RCPT ? 250 : 550;
            }
        };
    }

    private void forgetMessage() {
        hasSender = false;
        recipients = 0;
    }
}
