package dev.hatcheck.policies;

import static dev.hatcheck.policies.Limit.UNLIMITED;
import static dev.hatcheck.policies.Limit.atMost;
import static dev.hatcheck.policies.Parameter.enforced;
import static dev.hatcheck.policies.Parameter.kept;

import java.util.List;
import java.util.Optional;

/** The parameters of a mail flow policy whose keywords are known, with their built-in defaults. */
public final class PolicyParameters {
    /** The largest message, in bytes. */
    @Esa({"T118936", "UG140"})
    @Assumed("the default of a private listener is recalled")
    public static final Parameter<Limit> MAX_MESSAGE_SIZE =
            enforced("max_message_size", ValueForm.SIZE, atMost(10_485_760), atMost(20_971_520));

    /** Connections from one address at a time. */
    @Esa("T118936")
    @Assumed("the default of a private listener is recalled")
    public static final Parameter<Limit> MAX_CONCURRENCY =
            enforced("max_concurrency", ValueForm.COUNT, atMost(10), atMost(50));

    /** Accepted messages in one connection. */
    @Esa("T118936")
    @Assumed("the default of a private listener is recalled")
    public static final Parameter<Limit> MAX_MSGS_PER_SESSION =
            enforced("max_msgs_per_session", ValueForm.COUNT, atMost(10), atMost(10_000));

    /** Recipients of one message. */
    @Esa("T118936")
    @Assumed("the default of a private listener is recalled")
    public static final Parameter<Limit> MAX_RCPTS_PER_MSG =
            enforced("max_rcpts_per_msg", ValueForm.COUNT, atMost(50), atMost(1_000));

    /** Whether TLS is offered or required. */
    @Esa({"UG100-25", "CLI801b"})
    public static final Parameter<TlsUse> TLS = enforced("tls", ValueForm.TLS, TlsUse.OFF, TlsUse.OFF);

    /** The code of the banner: of the greeting, or for a policy that rejects, of the rejection. */
    @Esa({"CLI801b", "UG912-16"})
    public static final Parameter<String> SMTP_BANNER_CODE =
            enforced("smtp_banner_code", ValueForm.REPLY_CODE, "220", "220");

    /** The text of the banner below the line with the host name; empty stands for the usual one. */
    @Esa({"CLI801b", "UG912-16"})
    public static final Parameter<String> SMTP_BANNER_TEXT = enforced("smtp_banner_text", ValueForm.LINES, "", "");

    /** Whether the banner names another host than the listener's. */
    @Esa({"CLI801b", "UG912-16"})
    public static final Parameter<OverrideHostname> USE_OVERRIDE_HOSTNAME = enforced(
            "use_override_hostname", ValueForm.OVERRIDE_HOSTNAME, OverrideHostname.DEFAULT, OverrideHostname.DEFAULT);

    /** The host that the banner names instead; empty stands for none at all. */
    @Esa({"CLI801b", "UG912-16"})
    public static final Parameter<String> OVERRIDE_HOSTNAME =
            enforced("override_hostname", ValueForm.HOST_OR_NOTHING, "", "");

    /** Recipients that one address may name in an hour. */
    @Esa("T118936")
    @Assumed("what 0 would mean is not documented, and who may name nobody is better rejected: it is refused")
    public static final Parameter<Limit> MAX_RCPTS_PER_HOUR =
            enforced("max_rcpts_per_hour", ValueForm.COUNT, UNLIMITED, UNLIMITED);

    /** The code of the reply beyond that. */
    @Esa("CLI801b")
    public static final Parameter<String> MAX_RCPTS_PER_HOUR_CODE =
            enforced("max_rcpts_per_hour_code", ValueForm.REPLY_CODE, "452", "452");

    /** The text of the reply beyond that; empty stands for the usual one. */
    @Assumed("the text is known from bounces, not from a document")
    public static final Parameter<String> MAX_RCPTS_PER_HOUR_TEXT = enforced(
            "max_rcpts_per_hour_text",
            ValueForm.TEXT,
            "Too many recipients received this hour",
            "Too many recipients received this hour");

    /** Invalid recipients that one address may name in an hour; 0 switches the protection off. */
    @Esa({"T118936", "CFG75-40"})
    public static final Parameter<Limit> DHAP_LIMIT =
            kept("dhap_limit", ValueForm.COUNT_OR_ZERO, atMost(25), UNLIMITED);

    /** Whether flow control asks the reputation service. */
    @Esa("T118936")
    public static final Parameter<Boolean> USE_SB = kept("use_sb", ValueForm.SWITCH, true, false);

    /** Leading bits of an address that share a counter; 0 counts whole addresses. */
    @Esa("ADV73-47")
    public static final Parameter<String> SIGNIFICANT_BITS = kept(
            "significant_bits",
            new PatternForm("[0-9]|[12][0-9]|3[0-2]", "a number of bits from 0 to 32", true),
            "0",
            "0");

    /** Whether messages are scanned for spam. */
    @Esa("T118936")
    public static final Parameter<Boolean> SPAM_CHECK = kept("spam_check", ValueForm.SWITCH, true, true);

    /** Whether messages are scanned for viruses. */
    @Esa("T118936")
    public static final Parameter<Boolean> VIRUS_CHECK = kept("virus_check", ValueForm.SWITCH, true, true);

    /** The profile that DKIM signatures are verified by; empty stands for none. */
    @Esa("EHC")
    public static final Parameter<String> DKIM_VERIFICATION_PROFILE =
            kept("dkim_verification_profile", ValueForm.TEXT, "", "");

    /** The profile that SPF is verified by; empty stands for none. */
    @Esa("EHC")
    public static final Parameter<String> SPF_PROFILE = kept("spf_profile", ValueForm.TEXT, "", "");

    /** The profile that DMARC is verified by; empty stands for none. */
    @Esa("EHC")
    public static final Parameter<String> DMARC_VERIFICATION_PROFILE =
            kept("dmarc_verification_profile", ValueForm.TEXT, "", "");

    private static final List<Parameter<?>> ALL = List.of(
            MAX_MESSAGE_SIZE,
            MAX_CONCURRENCY,
            MAX_MSGS_PER_SESSION,
            MAX_RCPTS_PER_MSG,
            TLS,
            SMTP_BANNER_CODE,
            SMTP_BANNER_TEXT,
            USE_OVERRIDE_HOSTNAME,
            OVERRIDE_HOSTNAME,
            MAX_RCPTS_PER_HOUR,
            MAX_RCPTS_PER_HOUR_CODE,
            MAX_RCPTS_PER_HOUR_TEXT,
            DHAP_LIMIT,
            USE_SB,
            SIGNIFICANT_BITS,
            SPAM_CHECK,
            VIRUS_CHECK,
            DKIM_VERIFICATION_PROFILE,
            SPF_PROFILE,
            DMARC_VERIFICATION_PROFILE);

    private PolicyParameters() {}

    /** All of them, those that act first. */
    public static List<Parameter<?>> all() {
        return ALL;
    }

    /** The parameter of a keyword in lower case. */
    public static Optional<Parameter<?>> of(String keyword) {
        return Parameter.named(keyword, ALL);
    }
}
