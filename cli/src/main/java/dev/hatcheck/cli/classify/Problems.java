package dev.hatcheck.cli.classify;

import dev.hatcheck.cli.input.Diagnostics;
import java.util.List;

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

    /** Tells which columns say nothing of a client, if any do. */
    void leftAlone(List<String> columns) {
        if (!columns.isEmpty()) {
            diagnostics.tell(file + ":1: warning: " + (columns.size() == 1 ? "the column " : "the columns ")
                    + String.join(", ", columns) + (columns.size() == 1 ? " is" : " are")
                    + " not understood and left alone; those that are understood: " + Column.names());
        }
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
