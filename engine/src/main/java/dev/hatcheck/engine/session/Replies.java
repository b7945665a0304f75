package dev.hatcheck.engine.session;

import dev.hatcheck.policies.Assumed;
import dev.hatcheck.policies.Esa;
import dev.hatcheck.policies.Limit;
import dev.hatcheck.policies.ListenerType;
import dev.hatcheck.policies.PolicyParameters;
import dev.hatcheck.policies.Rfc;
import java.util.ArrayList;
import java.util.List;

/** Every reply that a client can see, with its source; no other text of a reply stands anywhere but in a table. */
public final class Replies {
    // ---- the connection

    /** The usual banner: the host name and {@code ESMTP}. */
    @Esa("CODES")
    public static Reply greeting(String hostname) {
        return banner(220, hostname, List.of());
    }

    /** A banner with a text: its lines stand below the usual one, all with its code. */
    @Esa({"UG912-16", "UG85-10"})
    static Reply banner(int code, String hostname, List<String> text) {
        return new Reply(code, below(hostname.isEmpty() ? "ESMTP" : hostname + " ESMTP", text));
    }

    /** The usual code of a rejection. */
    @Esa("T118007")
    static final int REJECT_CODE = 554;

    private static final List<String> POOR_REPUTATION =
            List.of("Your access to this mail system has been rejected due to the sending MTA's poor reputation. If you"
                    + " believe that this failure is in error, please contact the intended recipient via"
                    + " alternate means.");

    /** The usual rejection: the host name, and a text about the sending MTA's poor reputation. */
    @Esa({"T118007", "WILD"})
    @Assumed("that this text is the appliance's is concluded from the form of its first line")
    public static Reply rejected(String hostname) {
        return rejection(REJECT_CODE, hostname, List.of());
    }

    /** A rejection with a code or a text of one's own, below a line of the host name. */
    @Esa({"CLI801b", "UG912-16"})
    static Reply rejection(int code, String hostname, List<String> text) {
        List<String> why = text.isEmpty() ? POOR_REPUTATION : text;
        return new Reply(code, hostname.isEmpty() ? why : below(hostname, why));
    }

    /** The refusal of each recipient while a rejection is delayed: what would have been said at once. */
    @Esa("UG97-26")
    static Reply accessRefused(int code, List<String> text) {
        return new Reply(code, text.isEmpty() ? POOR_REPUTATION : text);
    }

    private static List<String> below(String first, List<String> others) {
        var lines = new ArrayList<String>();
        lines.add(first);
        lines.addAll(others);
        return lines;
    }

    @Esa("T118234")
    public static final Reply TOO_MANY_FROM_YOUR_HOST = Reply.of(421, "#4.4.5 Too many connections from your host.");

    @Esa("T118234")
    public static final Reply TOO_MANY_TO_THIS_LISTENER =
            Reply.of(421, "#4.4.5 Too many connections to this listener.");

    @Esa("T118234")
    public static final Reply TOO_MANY_TO_THIS_HOST = Reply.of(421, "#4.4.5 Too many connections to this host.");

    @Esa("T118495")
    @Assumed("said in answer to STARTTLS, as the last word of the session")
    public static final Reply TOO_MANY_TLS_SESSIONS = Reply.of(421, "#4.4.5 Too many TLS sessions at this time");

    @Assumed("the appliance has no such port; the peer learns why it is sent away")
    public static Reply notTrusted(String peer) {
        return Reply.of(554, peer + " may not speak for other hosts; this port is for trusted peers only");
    }

    @Esa("CODES")
    public static Reply shuttingDown(String hostname) {
        return Reply.of(421, hostname + " Service not available, closing transaction channel");
    }

    @Esa("UG100-5a")
    public static final Reply NO_MESSAGE_IN_TIME =
            Reply.of(421, "Timed out waiting for successful message injection, disconnecting.");

    @Esa("UG100-5a")
    public static final Reply CONNECTED_TOO_LONG = Reply.of(421, "Exceeded allowable connection time, disconnecting.");

    @Esa("CODES")
    public static Reply goodbye(String hostname) {
        return Reply.of(221, hostname);
    }

    // ---- commands in general

    @Esa({"CODES", "T214630"})
    public static final Reply NOT_RECOGNIZED = Reply.of(500, "#5.5.1 command not recognized");

    @Esa("CODES")
    public static final Reply LINE_TOO_LONG = Reply.of(500, "Line too long");

    @Esa("CODES")
    @Assumed("the list of replies prints XXX where we name the command")
    public static Reply syntaxError(Verb verb) {
        return Reply.of(501, "#5.5.2 syntax error in " + verb + " command");
    }

    @Esa({"T214630", "T118495"})
    public static final Reply TOO_MANY_BAD_COMMANDS = Reply.of(421, "Exceeded bad SMTP command limit, disconnecting.");

    @Assumed("the text is modelled on the appliance's other replies of this code")
    public static final Reply EHLO_FIRST = Reply.of(503, "#5.5.1 EHLO first");

    @Esa("CODES")
    public static final Reply MAIL_FIRST = Reply.of(503, "#5.5.1 MAIL first");

    @Esa("CODES")
    public static final Reply RCPT_FIRST = Reply.of(503, "#5.5.1 RCPT first");

    @Rfc("5321 section 4.1.4")
    @Assumed("the text is modelled on the appliance's other replies of this code")
    public static final Reply MAIL_ALREADY_GIVEN = Reply.of(503, "#5.5.1 MAIL already given");

    // ---- EHLO, HELO, STARTTLS and the small commands

    /**
     * The answer to {@code EHLO}: the host name, {@code 8BITMIME}, {@code SIZE} with the policy's bound, and
     * {@code STARTTLS} while it can be had.
     */
    @Esa({"CODES", "T212587", "T214630"})
    public static Reply ehlo(String hostname, Limit size, boolean startTls) {
        List<String> lines = new ArrayList<>(List.of(hostname, "8BITMIME", size(size)));
        if (startTls) {
            lines.add("STARTTLS");
        }
        return new Reply(250, lines);
    }

    /** A policy without a bound announces {@code SIZE 0}. */
    @Rfc("1870 section 4")
    private static String size(Limit limit) {
        return switch (limit) {
            case Limit.AtMost(long bytes) -> "SIZE " + bytes;
            case Limit.Unlimited() -> "SIZE 0";
        };
    }

    @Esa("CODES")
    public static final Reply EHLO_REQUIRES_DOMAIN = Reply.of(501, "#5.0.0 EHLO requires domain address");

    @Esa("CODES")
    public static Reply helo(String hostname) {
        return Reply.of(250, hostname);
    }

    @Esa({"CODES", "T214630"})
    public static final Reply MUST_ISSUE_STARTTLS = Reply.of(530, "#5.7.0 Must issue a STARTTLS command first");

    @Esa("T212587")
    public static final Reply GO_AHEAD_WITH_TLS = Reply.of(220, "Go ahead with TLS");

    @Esa("CODES")
    public static final Reply TLS_NOT_AVAILABLE = Reply.of(454, "TLS not available due to a temporary reason");

    @Rfc("3207 section 4.2")
    @Assumed("the text is modelled on the appliance's other replies of this code")
    public static final Reply TLS_ALREADY_ACTIVE = Reply.of(503, "#5.5.1 TLS already active");

    @Esa("T214630")
    public static final Reply HELP = Reply.of(
            214,
            "The following commands are recognized",
            " auth data ehlo helo",
            " help mail noop quit",
            "rcpt rset vrfy");

    @Esa("T214630")
    @Assumed("the appliance answers 2xx; the words are ours")
    public static final Reply CANNOT_VRFY = Reply.of(252, "#2.5.2 cannot verify user, send mail to find out");

    @Assumed("the appliance answers 250; the word is recalled")
    public static final Reply OK = Reply.of(250, "ok");

    @Assumed("the appliance answers 250; the word is recalled")
    public static final Reply RESET = Reply.of(250, "reset");

    @Esa("CODES")
    public static final Reply AUTH_NOT_AVAILABLE = Reply.of(503, "#5.3.3 AUTH not available");

    // ---- XCLIENT, which tests and proxies give and the appliance does not know

    private static final String XCLIENT = "XCLIENT NAME ADDR PORT PROTO HELO LOGIN DESTADDR DESTPORT";

    @Assumed("by Postfix's description of XCLIENT; what depends on the client is not offered before there is one")
    public static Reply ehloBeforeClient(String hostname) {
        return Reply.of(250, hostname, "8BITMIME", XCLIENT);
    }

    /** An answer to {@code EHLO} that offers {@code XCLIENT}, too. */
    @Assumed("by Postfix's description of XCLIENT, which is offered as long as it may be given")
    public static Reply withXclient(Reply ehlo) {
        List<String> lines = new ArrayList<>(ehlo.lines());
        lines.add(XCLIENT);
        return new Reply(ehlo.code(), lines);
    }

    @Assumed("code by Postfix's description of XCLIENT; the text helps whoever wrote the command")
    public static Reply badXclient(String complaint) {
        return Reply.of(501, "#5.5.4 XCLIENT: " + complaint);
    }

    @Assumed("code by Postfix's description of XCLIENT; the text is modelled on the appliance's")
    public static final Reply MAIL_IN_PROGRESS = Reply.of(503, "#5.5.1 MAIL transaction in progress");

    // ---- a message

    @Esa("CODES")
    public static Reply senderOk(String path) {
        return Reply.of(250, "sender " + path + " ok");
    }

    @Esa("CODES")
    @Assumed("which of two texts answers an announced size is concluded")
    public static final Reply ANNOUNCED_SIZE_TOO_BIG = Reply.of(552, "size limit exceeded");

    @Rfc("5321 section 4.1.1.11")
    @Assumed("the text is modelled on the appliance's other replies")
    public static final Reply PARAMETER_NOT_RECOGNIZED = Reply.of(555, "#5.5.4 parameter not recognized");

    // the x is the appliance's own
    @Esa("CODES")
    public static final Reply TOO_MANY_MESSAGES = Reply.of(421, "#4.x.2 Too many messages for this session");

    @Esa("CODES")
    public static Reply recipientOk(String path) {
        return Reply.of(250, "recipient " + path + " ok");
    }

    @Esa("CODES")
    public static final Reply TOO_MANY_RECIPIENTS = Reply.of(452, "#4.5.3 Too many recipients");

    /** Whatever the listener, it is what a policy says that nobody wrote. */
    private static final String TOO_MANY_THIS_HOUR =
            PolicyParameters.MAX_RCPTS_PER_HOUR_TEXT.builtIn(ListenerType.PUBLIC);

    /** The refusal of a recipient beyond those that its sender may name in an hour. */
    @Esa("CLI801b")
    @Assumed("the text is known from bounces, not from a document; without one the usual one is sent")
    static Reply tooManyThisHour(int code, List<String> text) {
        return new Reply(code, text.isEmpty() ? List.of(TOO_MANY_THIS_HOUR) : text);
    }

    @Esa("WILD")
    public static final Reply ADDRESS_REJECTED = Reply.of(550, "#5.1.0 Address rejected.");

    /** The refusal of a recipient by an entry that has a code or a text of its own. What it lacks is empty. */
    @Esa({"CFG76-51", "CONFLOOK"})
    @Assumed("a table may give the code alone, or the text alone; the other is then the usual one")
    static Reply addressRejected(String code, String text) {
        return new Reply(
                code.isBlank() ? ADDRESS_REJECTED.code() : Integer.parseInt(code),
                text.isBlank() ? ADDRESS_REJECTED.lines() : ReplyText.lines(text));
    }

    @Esa("CODES")
    public static final Reply GO_AHEAD = Reply.of(354, "go ahead");

    @Esa("CODES")
    public static Reply messageAccepted(long mid) {
        return Reply.of(250, "ok:  Message " + mid + " accepted");
    }

    @Esa("CODES")
    public static final Reply MESSAGE_TOO_BIG = Reply.of(552, "#5.3.4 message size exceeds limit");

    @Esa("T118495")
    public static final Reply HEADER_TOO_BIG = Reply.of(552, "#5.3.4 message header size exceeds limit");

    @Esa("CODES")
    public static final Reply BARE_LINE_ENDS = Reply.of(554, "message body contains illegal bare CR/LF characters.");

    @Esa("CODES")
    public static final Reply TOO_MANY_HOPS = Reply.of(554, "Too many hops");

    @Esa("CODES")
    public static final Reply SERVER_ERROR = Reply.of(451, "#4.3.0 Server Error");

    private Replies() {}
}
