package dev.hatcheck.policies.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Draws the texts of tables that readers take, and find much to doubt in: each thing stands on a line of its own. */
final class DrawnText {
    private static final List<String> SPELLINGS = List.of(
            "192.0.2.0/24",
            "192.0.2.7/24",
            "192.0.2",
            "192.0.2.",
            "192.0.2.0-255",
            "192.0.2.1-9",
            "192.0.2/24",
            "192.0.2/16",
            "10/8",
            "10.1/8",
            "0.0.0.1/0",
            "2001:db8::1",
            "2001:DB8:0:0::1",
            "2001:db8::/32",
            "2001:db8:0::1/32",
            "2001:db8::-2001:db8:ffff:ffff:ffff:ffff:ffff:ffff",
            "::ffff:192.0.2.7",
            "192.0.2.7",
            "mail.example",
            "MAIL.Example.",
            ".example",
            ".EXAMPLE.",
            "mailhost",
            "MailHost.",
            "acept",
            "x-1",
            "sbrs[-3:-1]",
            "sbrs[-3.0:-1.0]",
            "SBRS[none]",
            "sbrs[NONE]",
            "geo[DE]",
            "GEO[de]",
            "dnslist[list.example]",
            "dnslist[LIST.example.]",
            "sbo:7",
            "SBO:07",
            "nx.domain",
            "NX.Domain",
            "serv.fail",
            "not.double.verified");
    private static final List<String> PARAMETERS = List.of(
            "tls = \"on\"",
            "TLS = off",
            "tsl = \"on\"",
            "max_rcpts_per_msg = 50",
            "spam_check = on",
            "Unheard_Of = \"this\"",
            "_ = 1",
            "smtp_banner_code = 220",
            "smtp_banner_code = \"354\"",
            "SMTP_Banner_Code = 421",
            "smtp_banner_code = 554");
    private static final List<String> POLICIES =
            List.of("$ACCEPTED", "$BLOCKED", "$TRUSTED", "$THROTTLED", "$RELAYED", "$MINE", "$YOURS");
    private static final List<String> RECIPIENTS = List.of(
            "a@example.com",
            "A@Example.COM",
            "a@",
            "A@",
            "example.com",
            "EXAMPLE.com",
            ".example.com",
            ".Example.com",
            "[192.0.2.1]",
            "other.example");

    private final Random random;
    private final List<String> lines = new ArrayList<>();
    private List<String> policies = List.of();

    DrawnText(Random random) {
        this.random = random;
    }

    /** The next Host Access Table. */
    List<String> hat() {
        lines.clear();
        policies = POLICIES.stream().filter(name -> random.nextInt(3) == 0).toList();
        List<String> defined = policies.stream()
                .filter(name -> !isPredefined(name) || random.nextBoolean())
                .toList();
        boolean isDefinedFirst = random.nextBoolean();
        if (isDefinedFirst) {
            defined.forEach(this::definition);
        }
        for (int i = random.nextInt(5); i > 0; i--) {
            if (random.nextInt(3) == 0) {
                line(sender());
            } else {
                line(any(List.of("GROUP_", "GROUP_", "Group-", "group.")) + i + ":");
                IntStream.range(0, random.nextInt(8))
                        .forEach(member -> line("    " + sender() + any(List.of("", "", " (a note)"))));
            }
            rule(any(List.of("ACCEPT", "RELAY", "REJECT", "Reject", "TCPREFUSE", "CONTINUE")));
        }
        if (!isDefinedFirst) {
            defined.forEach(this::definition);
        }
        if (random.nextInt(4) > 0) {
            line(any(List.of("ALL", "all", "ALL:")));
            rule(any(List.of("ACCEPT", "REJECT", "reject")));
        }
        return List.copyOf(lines);
    }

    private static boolean isPredefined(String policy) {
        return POLICIES.indexOf(policy) < POLICIES.indexOf("$MINE");
    }

    private void definition(String policy) {
        line(policy);
        action(any(List.of("ACCEPT", "RELAY", "REJECT", "TCPREFUSE")));
    }

    private void rule(String action) {
        if (policies.isEmpty() || random.nextBoolean()) {
            action(action);
        } else {
            line("    " + any(policies));
        }
    }

    private void action(String action) {
        if (random.nextBoolean()) {
            line("    " + action);
            return;
        }
        line("    " + action + " {");
        PARAMETERS.stream()
                .filter(parameter -> random.nextInt(6) == 0)
                .filter(parameter -> !isWritten(parameter))
                .forEach(parameter -> line("        " + parameter));
        line("    }");
    }

    /** Whether the block that is still open has this parameter; it may stand there once. */
    private boolean isWritten(String parameter) {
        String keyword = keyword(parameter);
        for (int i = lines.size() - 1; !lines.get(i).endsWith("{"); i--) {
            if (keyword(lines.get(i)).equals(keyword)) {
                return true;
            }
        }
        return false;
    }

    private static String keyword(String parameter) {
        return parameter.strip().replaceAll(" .*", "").toLowerCase(Locale.ROOT);
    }

    private String sender() {
        return switch (random.nextInt(6)) {
            case 0 -> octets(4) + "/" + random.nextInt(33);
            case 1 -> octets(1 + random.nextInt(4)) + "/" + random.nextInt(33);
            case 2 -> "2001:db8:" + Integer.toHexString(random.nextInt(1 << 16)) + "::/" + random.nextInt(129);
            default -> any(SPELLINGS);
        };
    }

    private String octets(int count) {
        return String.join(
                ".",
                IntStream.range(0, count)
                        .mapToObj(i -> any(List.of("0", "128", "192", "240", "255", "7")))
                        .toList());
    }

    /** The next Recipient Access Table. */
    List<String> rat() {
        lines.clear();
        IntStream.range(0, random.nextInt(6)).forEach(i -> recipient(any(RECIPIENTS)));
        if (random.nextInt(3) > 0) {
            recipient(any(List.of("ALL", "all")));
        }
        return List.copyOf(lines);
    }

    private void recipient(String recipient) {
        boolean accepts = random.nextBoolean();
        String entry = recipient + (accepts ? " ACCEPT" : " REJECT");
        switch (random.nextInt(3)) {
            case 0 -> line(entry + (accepts ? " 250 welcome" : " 550 go away"));
            case 1 -> line(entry);
            default -> {
                line(entry + " {");
                Stream.of(
                                "bypass_ldap_accept",
                                "unheard_of = 1",
                                "bypass_everything",
                                "SMTP_Response_Code = 450",
                                "smtp_response_text = \"Not 250 today\"")
                        .filter(parameter -> random.nextInt(3) == 0)
                        .forEach(parameter -> line("        " + parameter));
                line("    }");
            }
        }
    }

    private void line(String line) {
        if (random.nextInt(8) == 0) {
            lines.add(any(List.of("", "# mailhost 10.1/8 $TRUSTED")));
        }
        lines.add(line);
    }

    private <T> T any(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
