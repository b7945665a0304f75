package dev.hatcheck.cli.trace;

import dev.hatcheck.engine.Peer;
import dev.hatcheck.policies.Rfc;
import java.util.ArrayList;
import java.util.List;

/** The commands that a client is taken to give. */
final class Script {
    private Script() {}

    /**
     * What a client says after it was greeted.
     *
     * @param helo how it names itself
     * @param tls whether it begins TLS
     * @param sender of the message, with or without angle brackets
     * @param recipients of the message, likewise; without any it does not come to the message
     */
    static List<String> commands(String helo, boolean tls, String sender, List<String> recipients) {
        var commands = new ArrayList<>(List.of("EHLO " + helo));
        if (tls) {
            commands.add("STARTTLS");
            commands.add("EHLO " + helo);
        }
        commands.add("MAIL FROM:" + path(sender));
        recipients.forEach(recipient -> commands.add("RCPT TO:" + path(recipient)));
        if (!recipients.isEmpty()) {
            commands.add("DATA");
        }
        return commands;
    }

    private static String path(String address) {
        return address.startsWith("<") ? address : "<" + address + ">";
    }

    /** How a well-behaved client names itself: by its name if it has one, else by its address. */
    @Rfc("5321 section 4.1.3")
    static String helo(Peer peer) {
        return peer.reverseDns()
                .host()
                .map(Object::toString)
                .orElseGet(() -> "[" + (peer.address().isV4() ? "" : "IPv6:") + peer.address() + "]");
    }
}
