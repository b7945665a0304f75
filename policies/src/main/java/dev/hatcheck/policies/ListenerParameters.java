package dev.hatcheck.policies;

import static dev.hatcheck.policies.Limit.atMost;
import static dev.hatcheck.policies.Parameter.enforced;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The settings of a listener, and those that all listeners share, under their names in the XML configuration. */
public final class ListenerParameters {
    /** What happens to carriage returns and line feeds that stand alone. */
    @Esa({"CONFLOOK", "CODES"})
    @Assumed("that cleaning is the default is recalled")
    public static final Parameter<CleanSmtp> CLEAN_SMTP =
            enforced("clean_smtp", ValueForm.CLEAN_SMTP, CleanSmtp.ON, CleanSmtp.ON);

    /** Connections to the listener at a time. */
    @Assumed("the appliance's figure depends on its model (50 to 300); a gateway on a machine of its own takes 20,000")
    public static final Parameter<Limit> MAX_CONCURRENCY =
            enforced("max_concurrency", ValueForm.COUNT, atMost(20_000), atMost(20_000));

    /** Connections at a time to all listeners that are counted together. */
    @Assumed("the appliance's figure depends on its model (50 to 300); a gateway on a machine of its own takes 20,000")
    public static final Parameter<Limit> GLOBAL_MAX_LISTENER_CONCURRENCY =
            enforced("global_max_listener_concurrency", ValueForm.COUNT, atMost(20_000), atMost(20_000));

    /** Connections at a time that TLS secures, of all listeners that are counted together. */
    @Esa("T118495")
    @Assumed("the name is ours; the appliance's figure is 100, a gateway on a machine of its own takes 20,000")
    public static final Parameter<Limit> GLOBAL_MAX_TLS_CONCURRENCY =
            enforced("global_max_tls_concurrency", ValueForm.COUNT, atMost(20_000), atMost(20_000));

    /** Connections that wait to be taken. */
    @Assumed("the appliance's 50 is recalled; a test machine connects a thousand clients at once")
    public static final Parameter<Limit> LISTEN_QUEUE_SIZE =
            enforced("listen_queue_size", ValueForm.COUNT, atMost(1_024), atMost(1_024));

    /** Lines of a message's header. */
    @Esa("T118495")
    public static final Parameter<Limit> GLOBAL_MAX_HEADER_LINES =
            enforced("global_max_header_lines", ValueForm.COUNT_OR_ZERO, atMost(1_000), atMost(1_000));

    /** How long a client of a public listener may stay without a message accepted. */
    @Esa("UG100-5a")
    @Assumed("that the XML name belongs to this setting is a guess")
    public static final Parameter<Duration> GLOBAL_INBOUND_CONVERSATION_TIMEOUT = enforced(
            "global_inbound_conversation_timeout", ValueForm.TIME, Duration.ofMinutes(5), Duration.ofMinutes(5));

    /** How long a connection may last. */
    @Esa({"UG100-5a", "T118495"})
    public static final Parameter<Duration> GLOBAL_INBOUND_CONNECTION_TIMEOUT = enforced(
            "global_inbound_connection_timeout", ValueForm.TIME, Duration.ofMinutes(15), Duration.ofMinutes(15));

    /** Whether the reputation service is asked about clients: for scores, countries and organisations. */
    @Esa("T118219")
    @Assumed("its name: the question of the set-up is known, and the XML element it leads to is not")
    public static final Parameter<Boolean> USE_SENDERBASE = enforced("use_senderbase", ValueForm.SWITCH, true, false);

    /** How long a client's names and where they lead to are looked up, from the first question to the last answer. */
    @Esa("CONFLOOK")
    @Assumed("the appliance waits 20 s, and for the PTR record alone; a test would not")
    public static final Parameter<Duration> DNS_PTR_TIMEOUT =
            enforced("dns_ptr_timeout", ValueForm.TIME, Duration.ofSeconds(2), Duration.ofSeconds(2));

    /** How long DNS lists are asked about a client. */
    @Esa({"T118238", "CONFLOOK"})
    @Assumed("the appliance waits longer; with the names of the client before, the greeting comes within 3 s")
    public static final Parameter<Duration> DNSLIST_TIMEOUT =
            enforced("dnslist_timeout", ValueForm.TIME, Duration.ofMillis(800), Duration.ofMillis(800));

    /** How long it is remembered at most that a client is not on a DNS list. */
    @Esa({"T118238", "CONFLOOK"})
    @Assumed("that the default is half an hour is recalled; that the list itself may ask for less is ours")
    public static final Parameter<Duration> DNSLIST_NEGATIVE_TTL =
            enforced("dnslist_negative_ttl", ValueForm.TIME, Duration.ofMinutes(30), Duration.ofMinutes(30));

    /** Whether clients that the table rejects may go on until they name recipients, so that the log has these. */
    @Esa({"UG97-26", "T117960"})
    @Assumed("the name is ours: the appliance has the setting on its command line")
    public static final Parameter<Boolean> GLOBAL_HAT_DELAYED_REJECTION =
            enforced("global_hat_delayed_rejection", ValueForm.SWITCH, false, false);

    /** The code of the banner of policies that reject and have none of their own. */
    @Esa({"CONFLOOK", "UG912-16"})
    public static final Parameter<String> HAT_DEFAULT_REJECT_BANNER_CODE =
            enforced("hat_default_reject_banner_code", ValueForm.REJECT_CODE, "554", "554");

    /** The text of the banner of policies that reject and have none of their own; empty stands for the usual one. */
    @Esa({"CONFLOOK", "UG912-16"})
    public static final Parameter<String> HAT_DEFAULT_REJECT_BANNER_TEXT =
            enforced("hat_default_reject_banner_text", ValueForm.LINES, "", "");

    /** Settings that are no values of a listener's parameters: they have places of their own. */
    @Esa("CONFLOOK")
    private static final Set<String> ELSEWHERE = Set.of("listener_name", "type", "port", "hat", "rat");

    /** Settings of the appliance that nothing here acts upon yet. */
    @Esa("CONFLOOK")
    private static final Set<String> NOT_ENFORCED = Set.of(
            "protocol",
            "bounce_profile_name",
            "default_domain",
            "domain_map_table",
            "listener_ldap",
            "enable_received_header",
            "SenderBase_timeout",
            "smtpauth_enabled",
            "smtpauth_profile_name",
            "global_injection_control_period",
            "global_stamp_received_with_vg",
            "global_enable_tarpit",
            "global_memory_tarpit_start",
            "global_memory_tarpit_halt",
            "hat_default_accept_untagged_bounces",
            "hat_default_smtpauth_allow",
            "hat_default_smtpauth_requiretls");

    private static final List<Parameter<?>> ALL = List.of(
            CLEAN_SMTP,
            MAX_CONCURRENCY,
            GLOBAL_MAX_LISTENER_CONCURRENCY,
            GLOBAL_MAX_TLS_CONCURRENCY,
            LISTEN_QUEUE_SIZE,
            GLOBAL_MAX_HEADER_LINES,
            GLOBAL_INBOUND_CONVERSATION_TIMEOUT,
            GLOBAL_INBOUND_CONNECTION_TIMEOUT,
            USE_SENDERBASE,
            DNS_PTR_TIMEOUT,
            DNSLIST_TIMEOUT,
            DNSLIST_NEGATIVE_TTL,
            GLOBAL_HAT_DELAYED_REJECTION,
            HAT_DEFAULT_REJECT_BANNER_CODE,
            HAT_DEFAULT_REJECT_BANNER_TEXT);

    private ListenerParameters() {}

    /** All that act. */
    public static List<Parameter<?>> all() {
        return ALL;
    }

    /** The parameter of an XML name, if it acts. */
    static Optional<Parameter<?>> of(String xmlName) {
        return Parameter.named(xmlName, ALL);
    }

    /** Whether a setting of this name is given in another way. */
    static boolean isElsewhere(String xmlName) {
        return ELSEWHERE.contains(xmlName);
    }

    /** Whether the appliance has a setting of this name that does nothing here yet. */
    static boolean isNotEnforced(String xmlName) {
        return NOT_ENFORCED.contains(xmlName);
    }
}
