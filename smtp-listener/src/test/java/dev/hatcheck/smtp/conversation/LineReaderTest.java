package dev.hatcheck.smtp.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineReaderTest {
    private final LineReader reader = new LineReader();

    @Test
    void aLineEndsAtCrlfOrAtABareLf() {
        assertThat(lines("NOOP\r\nQUIT\nRSE")).containsExactly(new Line.Whole("NOOP"), new Line.Whole("QUIT"));
        assertThat(lines("T\r\n")).containsExactly(new Line.Whole("RSET"));
    }

    @Test
    void aBareCarriageReturnOrANulMakesALineMalformed() {
        assertThat(lines("NO\rOP\r\n")).containsExactly(new Line.Malformed("NO\rOP"));
        assertThat(lines("NOOP\0\r\n")).containsExactly(new Line.Malformed("NOOP\0"));
        assertThat(lines("NOOP\r\r\n")).containsExactly(new Line.Malformed("NOOP\r"));
    }

    @Test
    void aLineHas2048BytesAtMost() {
        assertThat(lines("x".repeat(2046) + "\r\n")).containsExactly(new Line.Whole("x".repeat(2046)));
    }

    @Test
    void aLongerLineIsCalledSoAtOnceAndOnceAndTheRestIsSkipped() {
        assertThat(lines("x".repeat(2048))).containsExactly(new Line.TooLong());
        assertThat(lines("x".repeat(5000))).isEmpty();
        assertThat(lines("x\r\nNOOP\r\n")).containsExactly(new Line.Whole("NOOP"));
    }

    private List<Line> lines(String text) {
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1));
        List<Line> lines = new ArrayList<>();
        while (bytes.hasRemaining()) {
            Line line = reader.next(bytes);
            if (!(line instanceof Line.Incomplete)) {
                lines.add(line);
            }
        }
        return lines;
    }
}
