package dev.hatcheck.cli.probe;

import dev.hatcheck.engine.maillog.LogText;
import dev.hatcheck.policies.Assumed;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the replies of a server that may be anything: never more than is sensible, and nothing ahead of its turn. */
final class ReplyReader {
    /** How long a line of a reply may be, in bytes. */
    @Assumed("RFC 5321 allows 512, and some servers say more")
    static final int MAX_LINE = 2_048;

    /** How many lines a reply may have. */
    @Assumed("more than any server has to say")
    static final int MAX_LINES = 100;

    private static final Pattern LINE =
            Pattern.compile("(?<code>[2-5][0-9]{2})(?<more>[ -]?)(?<text>.*)", Pattern.DOTALL);
    private static final int SHOWN = 60;

    private final InputStream in;
    private final ByteBuffer read = ByteBuffer.allocate(4_096).flip();

    ReplyReader(InputStream in) {
        this.in = in;
    }

    /**
     * The next reply.
     *
     * @throws Garbled if it is none
     * @throws EOFException if the server closes before it is whole
     */
    SmtpReply next() throws IOException {
        var lines = new ArrayList<String>();
        while (lines.size() < MAX_LINES) {
            String line = line();
            Matcher form = LINE.matcher(line);
            if (!form.matches()
                    || form.group("more").isEmpty() && !form.group("text").isEmpty()) {
                throw new Garbled("not a reply of SMTP: " + shown(line));
            }
            lines.add(form.group("text"));
            if (!form.group("more").equals("-")) {
                return new SmtpReply(Integer.parseInt(form.group("code")), lines);
            }
        }
        throw new Garbled("a reply of more than " + MAX_LINES + " lines");
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        for (int b = read(); b != '\n'; b = read()) {
            if (line.length() == MAX_LINE) {
                throw new Garbled("a line of more than " + MAX_LINE + " bytes: " + shown(line.toString()));
            }
            line.append((char) b);
        }
        int length = line.length();
        return length > 0 && line.charAt(length - 1) == '\r' ? line.substring(0, length - 1) : line.toString();
    }

    private int read() throws IOException {
        if (!read.hasRemaining()) {
            int count = in.read(read.array());
            if (count < 0) {
                throw new EOFException("the server closed the connection");
            }
            read.clear().limit(count);
        }
        return read.get() & 0xff;
    }

    private static String shown(String line) {
        return LogText.escapeText(line.length() > SHOWN ? line.substring(0, SHOWN) + "..." : line);
    }

    /**
     * Throws away what has come behind the last reply, so that nobody takes it for something that came later.
     *
     * @return how many bytes that were, as far as they are here
     */
    int discard() throws IOException {
        int count = read.remaining();
        int there = Math.min(in.available(), read.capacity());
        count += in.readNBytes(there).length;
        read.clear().flip();
        return count;
    }
}
