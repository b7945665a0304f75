package dev.hatcheck.cli.classify;

import dev.hatcheck.cli.input.Diagnostics;

/** Tells what is wrong with rows: of the first of them, and at the end how many more there are. */
final class Problems {
    private static final int TOLD = 20;

    private final String file;
    private final Diagnostics diagnostics;
    private long count;

    Problems(String file, Diagnostics diagnostics) {
        this.file = file;
        this.diagnostics = diagnostics;
    }

    void add(Classified row) {
        if (row instanceof Classified.Unreadable(var cells, var line, var problem)) {
            count++;
            if (count <= TOLD) {
                diagnostics.tell(file + ":" + line + ": " + problem);
            }
        }
    }

    void end() {
        if (count > TOLD) {
            diagnostics.tell(file + ": and " + (count - TOLD) + " more rows that are no clients");
        }
    }
}
