package dev.hatcheck.cli.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class WholeLinesTest {
    private final Disk disk = new Disk();
    private final WholeLines lines = new WholeLines(disk, false);

    @Test
    void aDiskThatTakesAFewBytesAtATimeGetsAllOfThem() throws IOException {
        disk.room = 100;
        write("one\ntwo\n");
        write("three\n");
        assertThat(disk.written).hasToString("one\ntwo\nthree\n");
    }

    @Test
    void aLineThatWasCutShortIsNotContinuedByTheNext() throws IOException {
        disk.room = 6;
        refused("one\ntwo\n");
        disk.room = 100;
        write("three\nfour\n");
        write("five\n");
        assertThat(disk.written).hasToString("one\ntw\nthree\nfour\nfive\n");
        assertThat(lines.size()).isEqualTo(disk.written.length());
    }

    @Test
    void aDiskThatTookWholeLinesAloneNeedsNoLineEnd() throws IOException {
        disk.room = 4;
        refused("one\ntwo\n");
        disk.room = 100;
        write("three\n");
        assertThat(disk.written).hasToString("one\nthree\n");
    }

    @Test
    void aLineThatWasCutShortIsRememberedAsLongAsTheDiskIsFull() throws IOException {
        disk.room = 2;
        refused("one\n");
        refused("two\n");
        disk.room = 1; // for the line end
        refused("three\n");
        disk.room = 100;
        write("four\n");
        assertThat(disk.written).hasToString("on\nfour\n");
    }

    @Test
    void behindALineThatWasCutShortBeforeThereIsALineEndFirst() throws IOException {
        disk.room = 100;
        var behind = new WholeLines(disk, true);
        behind.write(new byte[] {'a', '\n'}, 0, 2);
        behind.write(new byte[] {'b', '\n'}, 0, 2);
        assertThat(disk.written).hasToString("\na\nb\n");
    }

    @Test
    void aPartOfTheBytesIsWritten() throws IOException {
        disk.room = 100;
        lines.write("one\ntwo\nthree\n".getBytes(StandardCharsets.US_ASCII), 4, 8);
        assertThat(disk.written).hasToString("two\n");
    }

    private void write(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        lines.write(bytes, 0, bytes.length);
    }

    private void refused(String text) {
        assertThatThrownBy(() -> write(text)).hasMessage("No space left on device");
    }

    /** A disk that takes three bytes at a time as long as it has room, and then fails, as Linux does it. */
    private static final class Disk implements WritableByteChannel {
        private final StringBuilder written = new StringBuilder();
        private int room;

        @Override
        public int write(ByteBuffer bytes) throws IOException {
            if (room == 0) {
                throw new IOException("No space left on device");
            }
            int count = Math.min(3, Math.min(room, bytes.remaining()));
            for (int i = 0; i < count; i++) {
                written.append((char) bytes.get());
            }
            room -= count;
            return count;
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public void close() {}
    }
}
