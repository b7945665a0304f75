package com.example.orders;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hatcheck.engine.Engine;
import dev.hatcheck.fixtures.SmtpClient;
import dev.hatcheck.fixtures.tls.ServerTls;
import dev.hatcheck.policies.ListenerSettings;
import dev.hatcheck.policies.ListenerType;
import dev.hatcheck.policies.address.IpAddress;
import dev.hatcheck.policies.text.HatReader;
import dev.hatcheck.policies.text.Preset;
import dev.hatcheck.policies.text.RatReader;
import dev.hatcheck.smtp.ListenerOptions;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OrderServerTest {
    private static final IpAddress CRES = IpAddress.read("208.90.57.32").orElseThrow();

    private final ServerTls tls = ServerTls.house();
    private final Orders orders = new Orders();
    private OrderServer server;
    private SmtpClient client;

    @BeforeEach
    void connect() throws IOException {
        var engine = Engine.of(
                ListenerSettings.of(ListenerType.PUBLIC),
                HatReader.read(Preset.CRES.hatText(), "cres.hat").value(),
                RatReader.read("ours.example ACCEPT\nALL REJECT\n", "rat").value());
        server = new OrderServer(0, orders, tls.in(ListenerOptions.of(engine)));
        client = SmtpClient.connectAs(CRES, server.address(), tls.clientContext());
        client.say("EHLO mxnat1.res.cisco.com");
    }

    @AfterEach
    void disconnect() throws IOException {
        client.close();
        server.close();
    }

    @Test
    void anOrderFromCresIsRefusedInClear() throws IOException {
        assertThat(client.say("MAIL FROM:<a@partner.example>")).startsWith("530 ");
    }

    @Test
    void anOrderFromCresComesInOverTls() throws IOException {
        client.startTls("mail.example");
        client.say("EHLO mxnat1.res.cisco.com");
        client.say("MAIL FROM:<a@partner.example>");
        client.say("RCPT TO:<orders@ours.example>");

        assertThat(client.send("Subject: one of these\n\nplease\n")).startsWith("250 ");
        assertThat(orders.received()).singleElement().asString().startsWith("Subject: one of these");
    }
}
