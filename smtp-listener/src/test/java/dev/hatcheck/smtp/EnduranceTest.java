package dev.hatcheck.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EnduranceTest {
    private static final Path DESCRIPTORS = Path.of("/proc/self/fd");

    @Test
    void servesAThousandClientsAtOnce() throws IOException {
        List<Client> clients = new ArrayList<>();
        try (var gate = SmtpListener.start(Gates.options())) {
            for (int i = 0; i < 1_000; i++) {
                clients.add(Client.connect(gate.smtpAddress()));
            }
            for (Client client : clients) {
                client.expect("220 mail.example ESMTP");
                client.send("QUIT\r\n");
            }
            for (Client client : clients) {
                assertThat(client.rest()).isEqualTo("221 mail.example\r\n");
            }
        } finally {
            for (Client client : clients) {
                client.close();
            }
        }
    }

    @Test
    void leavesNothingBehindWhenItIsStartedAndClosedManyTimes() throws IOException {
        assumeTrue(Files.isDirectory(DESCRIPTORS), "descriptors can be counted");
        cycle();
        long threads = threads();
        long descriptors = descriptors();
        for (int i = 0; i < 500; i++) {
            cycle();
        }
        assertThat(threads()).isEqualTo(threads);
        assertThat(descriptors()).isLessThan(descriptors + 50);
    }

    private static void cycle() throws IOException {
        try (var gate = SmtpListener.start(Gates.options());
                var client = Client.greeted(gate.smtpAddress())) {
            client.say("NOOP");
        }
    }

    private static long threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("hatcheck-"))
                .count();
    }

    private static long descriptors() throws IOException {
        try (Stream<Path> open = Files.list(DESCRIPTORS)) {
            return open.count();
        }
    }
}
