package dev.hatcheck.bench.client;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;

/** One client of an attack: it connects, does its worst, and connects again. */
final class Attacker {
    private static final int OF_AN_ADDRESS = 1_000;
    private static final Duration STEP = Duration.ofSeconds(1);
    private static final Duration BEFORE_NEXT = Duration.ofMillis(100);

    private final InetSocketAddress server;
    private final int number;
    private volatile boolean on = true;
    private volatile Dialogue dialogue;

    Attacker(InetSocketAddress server, int number) {
        this.server = server;
        this.number = number;
    }

    void run(Attack.Manner manner) {
        while (on) {
            try (var connected = Dialogue.connectFrom(IdleCrowd.address(number / OF_AN_ADDRESS), server)) {
                dialogue = connected;
                connected.greet();
                manner.use(this);
            } catch (IOException thrownOut) {
                // it comes again
            }
            pause(BEFORE_NEXT);
        }
    }

    /** Ends it in the middle of whatever it does. */
    void stop() {
        on = false;
        try {
            if (dialogue != null) {
                dialogue.close();
            }
        } catch (IOException already) {
            // it was thrown out
        }
    }

    boolean isOn() {
        return on;
    }

    boolean isOdd() {
        return number % 2 == 1;
    }

    void send(String text) throws IOException {
        dialogue.send(text);
    }

    void say(String command, int code) throws IOException {
        dialogue.say(command, code);
    }

    /** Reads so many replies, whatever they are. */
    void hear(int replies) throws IOException {
        for (int reply = 0; reply < replies; reply++) {
            dialogue.hear();
        }
    }

    /** Comes as far as the text of a message. */
    void begin() throws IOException {
        say("MAIL FROM:<sender@client.example>", 250);
        say("RCPT TO:<rcpt@mail.example>", 250);
        say("DATA", 354);
    }

    /** Sends a text byte by byte. */
    void drip(String text) throws IOException {
        for (int at = 0; at < text.length() && on; at++) {
            send(text.substring(at, at + 1));
            pause(STEP);
        }
    }

    /** Waits until the server has had enough. */
    void awaitEnd() throws IOException {
        dialogue.awaitEnd();
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
