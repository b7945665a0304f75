package dev.hatcheck.policies.text;

/** The tables of {@link Preset} as text; those who want to look into them find each as a file in {@code presets}. */
final class PresetTables {
    private static final String AS_IT_COMES = """
            #
            # The policies that a public listener starts with.
            $RELAYED
                RELAY
            $TRUSTED
                ACCEPT {
                    spam_check = "off"
                    max_msgs_per_session = 5000
                    max_concurrency = 600
                    max_rcpts_per_msg = 5000
                    max_rcpts_per_hour = -1
                    dhap_limit = 0
                    virus_check = "on"
                    max_message_size = 104857600
                    use_sb = "off"
                    tls = "off"
                }
            $BLOCKED
                REJECT
            $THROTTLED
                ACCEPT {
                    spam_check = "on"
                    max_msgs_per_session = 10
                    max_concurrency = 10
                    max_rcpts_per_msg = 25
                    max_rcpts_per_hour = 1
                    dhap_limit = 0
                    virus_check = "on"
                    max_message_size = 1048576
                    use_sb = "on"
                    tls = "off"
                }
            $ACCEPTED
                ACCEPT
            #
            # The sender groups that a public listener starts with. A host belongs to the
            # first group with an entry that it meets, so their order matters.
            RELAYLIST:
                # Your own hosts that send to the Internet through this listener, if any.
                $RELAYED (whoever stands here may send to any recipient)
            WHITELIST:
                # Senders that you trust, by address or verified name.
                $TRUSTED (hardly limited)
            BLACKLIST:
                sbrs[-10.0:-3.0]
                $BLOCKED (refused with a greeting that says so)
            SUSPECTLIST:
                sbrs[-3.0:-1.0]
                $THROTTLED (taken slowly)
            UNKNOWNLIST:
                sbrs[-1.0:10.0]
                # Hosts without a score; many administrators move them to SUSPECTLIST.
                sbrs[none]
                $ACCEPTED (nothing against them)
            ALL
                $ACCEPTED
            """;

    static final String PUBLIC_HAT = """
            # The Host Access Table of a public listener as it comes, with the moderate
            # choice of reputation scores.
            """ + AS_IT_COMES;

    static final String PRIVATE_HAT = """
            # The Host Access Table of a private listener: hosts of your own networks send
            # to anybody, all others are refused.
            $RELAYED
                RELAY
            $BLOCKED
                REJECT
            RELAYLIST:
                127.0.0.0/8 (this machine)
                ::1 (this machine)
                10.0.0.0/8 (RFC 1918)
                172.16.0.0/12 (RFC 1918)
                192.168.0.0/16 (RFC 1918)
                $RELAYED
            ALL
                $BLOCKED
            """;

    static final String CRES_HAT = """
            # Mail from the Cisco Registered Envelope Service (CRES) comes in over TLS only.
            #
            # This is the Host Access Table of a public listener as it comes, and the two
            # steps that an administrator takes for CRES.
            #
            # Step 1: a mail flow policy with everything at its default, but TLS Required.
            # Before STARTTLS its clients may say NOOP, EHLO and QUIT; everything else is
            # answered 530. What a policy leaves out, the listener's defaults fill in.
            $CRES_TLS
                ACCEPT {
                    tls = "required"
                }
            #
            # Step 2: a sender group with the hosts of CRES, at order 1. Further down, a
            # group that matches by score would take these hosts first, and let them send in
            # clear.
            CRES:
                # A name counts only if reverse and forward lookup agree. The leading dot
                # takes everything below the domain, but not the domain itself.
                .res.cisco.com
                .cres.iphmx.com
                # An address needs no DNS: these are the first 64 of each network.
                208.90.57.0/26
                204.15.81.0/26
                $CRES_TLS (mail in clear is refused)
            """ + AS_IT_COMES;

    static final String PUBLIC_RAT = """
            # The Recipient Access Table of a public listener for tests: the names that RFC
            # 2606 reserves, each with its sub-domains, so that no mail can leave for a real
            # domain. Put your own domains above ALL.
            example.com ACCEPT
            .example.com ACCEPT
            example.net ACCEPT
            .example.net ACCEPT
            example.org ACCEPT
            .example.org ACCEPT
            example ACCEPT
            .example ACCEPT
            test ACCEPT
            .test ACCEPT
            invalid ACCEPT
            .invalid ACCEPT
            localhost ACCEPT
            .localhost ACCEPT
            ALL REJECT
            """;

    private PresetTables() {}
}
