package dev.hatcheck.cli.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hatcheck.policies.text.SyntaxException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextFileTest {
    @TempDir
    private Path folder;

    @Test
    void textIsUtf8() throws Exception {
        assertThat(TextFile.read(written("Grüße\r\n"))).isEqualTo("Grüße\r\n");
    }

    /** It is a character like others, though it also stands for bytes that are none. */
    @Test
    void aReplacementCharacterIsText() throws Exception {
        assertThat(TextFile.read(written("\ufeffa \ufffd\n"))).isEqualTo("a \ufffd\n");
    }

    @Test
    void aByteOrderMarkIsNoText() throws Exception {
        assertThat(TextFile.read(written("\ufeffALL"))).isEqualTo("ALL");
    }

    @Test
    void otherBytesAreToldEachWithItsPlace() throws Exception {
        Path file = Files.write(folder.resolve("latin"), "one\ntwü\n\nß".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> TextFile.read(file))
                .isInstanceOf(SyntaxException.class)
                .hasMessage(file + ":2:3: found the byte 0xfc, which is not UTF-8; save the file as UTF-8\n" + file
                        + ":4:1: found the byte 0xdf, which is not UTF-8; save the file as UTF-8");
    }

    @Test
    void utf16IsCalledSo() throws Exception {
        for (Charset order : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            Path file = Files.write(folder.resolve("wide"), "\ufeffALL\n".getBytes(order));
            assertThatThrownBy(() -> TextFile.read(file))
                    .hasMessage(file + ":1:1: the file is UTF-16, as its first two bytes say; save it as UTF-8");
        }
    }

    @Test
    void aFileThatIsNotThereIsNotRead() {
        assertThatThrownBy(() -> TextFile.read(folder.resolve("none"))).isInstanceOf(NoSuchFileException.class);
    }

    private Path written(String text) throws Exception {
        return Files.writeString(folder.resolve("text"), text);
    }
}
