package dev.hatcheck.bench.peer;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;

/** GreenMail with its SMTP port alone. */
public final class GreenMailServer {
    private GreenMailServer() {}

    /** Serves on a free port of 127.0.0.1 until standard input ends. */
    public static void main(String[] arguments) throws Exception {
        var greenMail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        greenMail.start();
        Announcement.serve(greenMail.getSmtp().getPort(), greenMail::purgeEmailFromAllMailboxes);
        greenMail.stop();
        System.exit(0);
    }
}
