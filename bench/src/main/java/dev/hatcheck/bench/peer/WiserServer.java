package dev.hatcheck.bench.peer;

import java.net.InetAddress;
import org.subethamail.smtp.server.SMTPServer;
import org.subethamail.wiser.Wiser;

/** SubEthaSMTP's Wiser, which keeps messages in memory for tests to look at. */
public final class WiserServer {
    private WiserServer() {}

    /** Serves on a free port of 127.0.0.1 until standard input ends. */
    public static void main(String[] arguments) throws Exception {
        Wiser wiser = Wiser.create(SMTPServer.port(0)
                .bindAddress(InetAddress.getByName("127.0.0.1"))
                .hostName("mail.example"));
        wiser.start();
        Announcement.serve(wiser.getServer().getPortAllocated(), wiser.getMessages()::clear);
        wiser.stop();
        System.exit(0);
    }
}
