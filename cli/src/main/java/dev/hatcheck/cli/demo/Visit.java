package dev.hatcheck.cli.demo;

import dev.hatcheck.fixtures.SmtpClient;
import dev.hatcheck.fixtures.tls.TlsLab;
import java.io.IOException;
import java.net.InetSocketAddress;

/**
 * A host at the gateway's door, through a proxy that says who it is.
 *
 * <p>Each visit answers the reply that settles it: the first refusal, or the reply to the message. A visit that breaks
 * off is settled by {@code ---} and the reason.
 */
record Visit(Host host, InetSocketAddress gateway, TlsLab ca) {
    /** The gateway's name, which its certificate must prove. */
    static final String SERVER = "mail.example";

    private static final String MESSAGE = """
            From: sender@example.net
            To: you@example.com
            Message-ID: <demo@%s>
            Subject: Hello from %s

            A message.
            """;

    /** Tries to deliver in clear. */
    String inClear() {
        return visit(this::deliver);
    }

    /** Tries to deliver over TLS, which ends with STARTTLS if that is refused. */
    String overTls() {
        return visit(client -> {
            if (!client.say("EHLO " + host.name()).contains("STARTTLS")) {
                return client.say("STARTTLS");
            }
            client.startTls(SERVER);
            return deliver(client);
        });
    }

    private interface Attempt {
        String with(SmtpClient client) throws IOException;
    }

    private String visit(Attempt attempt) {
        try (var client = SmtpClient.connectAs(host.address(), gateway, ca.client())) {
            String settled = attempt.with(client);
            client.say("QUIT");
            return settled;
        } catch (IOException brokenOff) {
            return "--- " + brokenOff.getMessage();
        }
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
}
