package dev.hatcheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Writer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LostOutputTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "--help",
                "trace --ip 192.0.2.1",
                "trace --ip 192.0.2.1 --json",
                "serve --smtp 127.0.0.1:0",
            })
    void whatCannotBeWrittenIsNotTakenForDone(String line) {
        Run run = Run.into(new FullDisk(), line.split(" "));
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err()).contains("could not be written to standard output");
    }

    @ParameterizedTest
    @ValueSource(strings = {"trace", "serve --hat /nowhere/at.all"})
    void aCommandThatWritesNothingLosesNothing(String line) {
        assertThat(Run.into(new FullDisk(), line.split(" ")).err()).doesNotContain("standard output");
    }

    /** Takes everything, and keeps nothing as soon as it matters. */
    private static final class FullDisk extends Writer {
        private boolean isUsed;

        @Override
        public void write(char[] text, int offset, int length) {
            isUsed |= length > 0;
        }

        @Override
        public void flush() throws IOException {
            if (isUsed) {
                throw new IOException("No space left on device");
            }
        }

        @Override
        public void close() {
            // there is nothing to close
        }
    }
}
