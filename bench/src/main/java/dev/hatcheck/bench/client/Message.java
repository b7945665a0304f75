package dev.hatcheck.bench.client;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What is sent: a header as mail has it, and lines of text. */
public final class Message {
    private static final String HEADER = """
            From: Sender <sender@client.example>
            To: rcpt@mail.example
            Subject: a message of a certain size
            Message-ID: <1@client.example>
            Date: Tue, 24 Nov 2026 10:03:11 +0000

            """;
    private static final int LINE = 72;

    private Message() {}

    /** A message of about this many bytes. */
    public static byte[] of(int size) {
        byte[] header = HEADER.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII);
        byte[] message = new byte[Math.max(size, header.length + LINE)];
        Arrays.fill(message, (byte) 'x');
        System.arraycopy(header, 0, message, 0, header.length);
        for (int end = header.length + LINE; end < message.length; end += LINE) {
            message[end - 2] = '\r';
            message[end - 1] = '\n';
        }
        message[message.length - 2] = '\r';
        message[message.length - 1] = '\n';
        return message;
    }
}
