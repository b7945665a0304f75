package dev.hatcheck.cli.classify;

import dev.hatcheck.cli.input.Diagnostics;
import java.util.Locale;
import java.util.function.LongConsumer;

/** Shows on a terminal how far it is, on a line that writes over itself. */
final class Progress implements LongConsumer {
    private static final int STEP = 100_000;

    private final Diagnostics diagnostics;
    private long shown;

    private Progress(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    /** Shows nothing where standard error is no terminal, which the launcher knows and Java does not. */
    static LongConsumer of(Diagnostics diagnostics) {
        return Boolean.getBoolean("hatcheck.progress") ? new Progress(diagnostics) : done -> {};
    }

    @Override
    public void accept(long done) {
        if (done - shown >= STEP) {
            shown = done;
            diagnostics.write(String.format(Locale.ROOT, "\r%,d clients\r", done));
        }
    }
}
