package dev.hatcheck.cli.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class WholePartsTest {
    /** For ten columns of small letters. */
    private static final int TEN = Lettering.SMALL.width("1234567890");

    private static List<String> lines(String... parts) {
        return WholeParts.lines(List.of(parts), Lettering.SMALL, TEN, "more");
    }

    @Test
    void partsShareALineWhileThereIsRoomForThemAsAWhole() {
        assertThat(lines("one", "and 2", "and three", "x")).containsExactly("one and 2", "and three", "x");
    }

    @Test
    void aPartThatIsLongerThanALineIsBrokenBetweenItsWords() {
        assertThat(lines("one two three four", "5")).containsExactly("one two", "three four", "5");
        assertThat(lines("12345678901")).containsExactly("123456789\u2026");
    }

    @Test
    void whatThereIsNoRoomForIsCounted() {
        assertThat(lines("12345678", "23456789", "34567890", "45678901", "567890 78", "6"))
                .containsExactly("12345678", "23456789", "34567890", "45678901", "\u2026 2 more");
        assertThat(lines(String.join(" ", Collections.nCopies(9, "12345678")), "6"))
                .containsExactly("12345678", "12345678", "12345678", "12345678\u2026", "\u2026 1 more");
    }
}
