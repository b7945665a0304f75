package dev.hatcheck.cli.demo;

import dev.hatcheck.fixtures.SmtpClient;
import dev.hatcheck.fixtures.TestCa;
import java.io.IOException;
import java.net.InetSocketAddress;

/** A host at the gateway's door, through a proxy that says who it is. */
record Visit(Host host, InetSocketAddress gateway, TestCa ca) {
    /** The gateway's name, which its certificate must prove. */
    static final String SERVER = "mail.example";

    private static final String MESSAGE = """
            From: sender@example.net
            To: you@example.com
            Message-ID: <demo@%s>
            Subject: Hello from %s

            A message.
            """;

    /** The reply that settles an attempt in clear. */
    String inClear() throws IOException {
        try (var client = connect()) {
            return leave(client, deliver(client));
        }
    }

    /** The reply that settles an attempt over TLS: that to STARTTLS, if it is not offered. */
    String overTls() throws IOException {
        try (var client = connect()) {
            if (!client.say("EHLO " + host.name()).contains("STARTTLS")) {
                return leave(client, client.say("STARTTLS"));
            }
            client.startTls(SERVER);
            return leave(client, deliver(client));
        }
    }

    private SmtpClient connect() throws IOException {
        return SmtpClient.connectAs(host.address(), gateway, ca.client());
    }

    private String deliver(SmtpClient client) throws IOException {
        for (String command :
                new String[] {"EHLO " + host.name(), "MAIL FROM:<sender@example.net>", "RCPT TO:<you@example.com>"}) {
            String reply = client.say(command);
            if (!reply.startsWith("250")) {
                return reply;
            }
        }
        return client.send(MESSAGE.formatted(host.name(), host.name()));
    }

    private static String leave(SmtpClient client, String settled) throws IOException {
        client.say("QUIT");
        return settled;
    }
}
