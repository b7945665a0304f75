package dev.hatcheck.engine.session;

import dev.hatcheck.engine.Verdict;
import dev.hatcheck.policies.Assumed;
import dev.hatcheck.policies.Esa;
import dev.hatcheck.policies.Rfc;

/** Enforces the order of commands. */
public final class CommandOrder {
    /** How far a session has come. */
    public enum Stage {
        /** The client has not said who it is, or has to say it again. */
        CONNECTED,
        /** The client has said who it is. */
        GREETED,
        /** A message has a sender. */
        MAIL,
        /** A message has a recipient. */
        RCPT
    }

    private CommandOrder() {}

    /**
     * Whether a command may be obeyed at this stage of a session: {@code MAIL} after {@code EHLO} or {@code HELO},
     * {@code RCPT} after {@code MAIL}, {@code DATA} after {@code RCPT}.
     */
    @Esa("CODES")
    @Rfc({"5321 section 4.1.4", "3207 section 4.2"})
    @Assumed("after the handshake nothing but NOOP, QUIT and RSET is taken before EHLO or HELO")
    public static Verdict check(Stage stage, boolean secured, Verb verb) {
        boolean unknownAgain = secured && stage == Stage.CONNECTED;
        return switch (verb) {
            case EHLO, HELO, NOOP, QUIT, RSET -> Verdict.OBEY;
            case STARTTLS -> secured ? Verdict.refuse(Replies.TLS_ALREADY_ACTIVE) : Verdict.OBEY;
            case AUTH, HELP, VRFY -> unknownAgain ? Verdict.refuse(Replies.EHLO_FIRST) : Verdict.OBEY;
            case MAIL ->
                switch (stage) {
                    case CONNECTED -> Verdict.refuse(Replies.EHLO_FIRST);
                    case GREETED -> Verdict.OBEY;
                    case MAIL, RCPT -> Verdict.refuse(Replies.MAIL_ALREADY_GIVEN);
                };
            case RCPT ->
                switch (stage) {
                    case CONNECTED, GREETED -> Verdict.refuse(unknownAgain ? Replies.EHLO_FIRST : Replies.MAIL_FIRST);
                    case MAIL, RCPT -> Verdict.OBEY;
                };
            case DATA ->
                switch (stage) {
                    case CONNECTED, GREETED -> Verdict.refuse(unknownAgain ? Replies.EHLO_FIRST : Replies.MAIL_FIRST);
                    case MAIL -> Verdict.refuse(Replies.RCPT_FIRST);
                    case RCPT -> Verdict.OBEY;
                };
        };
    }
}
