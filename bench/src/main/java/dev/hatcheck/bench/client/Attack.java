package dev.hatcheck.bench.client;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;

/**
 * Clients that mean no good, from addresses of their own.
 *
 * <p>Each comes back a tenth of a second after it is thrown out, for as long as the attack lasts.
 */
public enum Attack {
    /** Nobody attacks: what a good client has when it is alone. */
    NONE("none", 0, attacker -> {}),

    /** Commands that come a byte a second. */
    SLOW_COMMANDS("a command at a byte a second", 2_000, attacker -> attacker.drip("MAIL FROM:<a@client.example>")),

    /** Messages that come a byte a second. */
    SLOW_DATA("data at a byte a second", 2_000, attacker -> {
        attacker.begin();
        attacker.drip("x".repeat(60));
    }),

    /** Handshakes that are begun with a word, and not with TLS: half of them in silence, half with garbage. */
    HALF_HANDSHAKES("half handshakes", 500, attacker -> {
        attacker.say("STARTTLS", 220);
        if (attacker.isOdd()) {
            attacker.send("no hello, but garbage\r\n");
        }
        attacker.awaitEnd();
    }),

    /** Connections that greet and stay. */
    CROWD("idle connections", 10_000, Attacker::awaitEnd),

    /** Headers without an end. */
    ENDLESS_HEADER("endless headers", 20, attacker -> {
        attacker.begin();
        String lines = "X-Filler: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\r\n".repeat(100);
        while (attacker.isOn()) {
            attacker.send(lines);
        }
    }),

    /** Recipients without an end, each answered. */
    RECIPIENTS("a flood of RCPT", 20, attacker -> {
        attacker.say("MAIL FROM:<sender@client.example>", 250);
        String commands = "RCPT TO:<rcpt@mail.example>\r\n".repeat(50);
        while (attacker.isOn()) {
            attacker.send(commands);
            attacker.hear(50);
        }
    });

    private final String title;
    private final int size;
    private final Manner manner;

    Attack(String title, int size, Manner manner) {
        this.title = title;
        this.size = size;
        this.manner = manner;
    }

    /** What an attacker does with a connection on which it has said EHLO. */
    @FunctionalInterface
    interface Manner {
        void use(Attacker attacker) throws IOException;
    }

    /** An attack that is going on. */
    public interface Underway extends AutoCloseable {
        /** Ends it, and returns when its clients are gone. */
        @Override
        void close();
    }

    /** Its name in tables, with the number of its connections. */
    public String title() {
        return size == 0 ? title : String.format(Locale.ROOT, "%,d × %s", size, title);
    }

    /** Attacks until it is closed; virtual threads, which cost the machine as little as clients can. */
    public Underway begin(InetSocketAddress server) {
        var threads = Executors.newVirtualThreadPerTaskExecutor();
        List<Attacker> attackers = new ArrayList<>();
        for (int number = 0; number < size; number++) {
            var attacker = new Attacker(server, number);
            attackers.add(attacker);
            threads.submit(() -> attacker.run(manner));
        }
        return () -> {
            attackers.forEach(Attacker::stop);
            threads.close();
        };
    }
}
