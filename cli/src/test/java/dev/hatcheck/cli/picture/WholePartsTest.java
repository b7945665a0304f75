package dev.hatcheck.cli.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class WholePartsTest {
    /** Ten columns wide. */
    private static final WholeParts TEN = new WholeParts("+ ", "", "part", Lettering.SMALL.width("1234567890"));

    private static List<String> lines(String... parts) {
        return TEN.lines(List.of(parts));
    }

    @Test
    void partsShareALineWhileThereIsRoomForThemAsAWhole() {
        assertThat(lines("one", "2", "three", "x")).containsExactly("one + 2", "+ three", "+ x");
        assertThat(new WholeParts("", ",", "part", TEN.room()).lines(List.of("one", "two", "three")))
                .containsExactly("one, two,", "three");
    }

    @Test
    void aPartThatIsLongerThanALineIsBrokenBetweenItsWords() {
        assertThat(lines("one two three four", "5")).containsExactly("one two", "three four", "+ 5");
        assertThat(lines("12345678901")).containsExactly("123456789\u2026");
    }

    @Test
    void whereThereIsNoRoomForAllTheLongestAreCounted() {
        String longest = String.join(" ", Collections.nCopies(5, "12345678"));
        assertThat(lines(longest, "2", "345678", "4")).containsExactly("2 + 4", "+ 345678", "\u2026 1 more part");
        assertThat(lines(longest + " 12345678", longest + " x 2345678"))
                .containsExactly(
                        "12345678", "12345678", "12345678", "12345678", "12345678\u2026", "\u2026 1 more part");
    }
}
