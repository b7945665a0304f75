package dev.hatcheck.fidelity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShownByTest {
    @TempDir
    private Path folder;

    @Test
    void whatDoesNotExistShowsNothing() throws IOException {
        assertThat(read("""
                # what shows what
                Icid = tls/required-takes-mail-over-tls, ShownByTest.whatDoesNotExistShowsNothing
                Mid = tls/required-takes-no-mail, ShownByTest.read
                Icid = bad/all-stands-once.rat
                Rid is not shown
                """).problems())
                .containsExactly(
                        "list:3: there is no transcript, file of problems or test method tls/required-takes-no-mail",
                        "list:3: there is no transcript, file of problems or test method ShownByTest.read",
                        "list:4: Icid stands twice",
                        "list:5: \"element = test\" is expected, not \"Rid is not shown\"");
    }

    @Test
    void whatCannotBeSeenSaysWhy() throws IOException {
        var list = read("Icid = unseen, because it is a number\n");
        assertThat(list.problems()).isEmpty();
        assertThat(list.elements()).containsExactly("Icid");
    }

    private ShownBy read(String text) throws IOException {
        return ShownBy.read(Files.writeString(folder.resolve("list"), text), new Tests());
    }
}
