package dev.hatcheck.cli.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PaperTest {
    private final Paper paper = new Paper(new Terminal(40, true));

    @Test
    void wordsAreBrokenBetweenThem() {
        assertThat(Paper.wrap("one two three four", 9, 0)).containsExactly("one two", "three", "four");
    }

    @Test
    void aWordThatIsTooLongStaysWhole() {
        assertThat(Paper.wrap("a longer-than-that b", 9, 0)).containsExactly("a", "longer-than-that", "b");
        assertThat(Paper.wrap("longer-than-that", 9, 4)).containsExactly("longer-than-that");
    }

    @Test
    void whatHangsIsMovedIn() {
        assertThat(Paper.wrap("one two three four", 12, 4)).containsExactly("one two", "    three", "    four");
    }

    @Test
    void coloursTakeNoRoomInATable() {
        paper.table(
                List.of(List.of(new Cell("long one", Style.GREEN), Cell.of("b")), List.of(Cell.of("c"), Cell.of("d"))));
        assertThat(paper.lines()).containsExactly(" \033[32mlong one\033[0m  b", " c         d");
    }
}
