package dev.hatcheck.fidelity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The list of sources: what each key stands for. */
final class SourceList {
    static final Path FILE = Project.DOCS.resolve("sources.md");

    private static final Pattern ROW = Pattern.compile("\\| (\\S+) \\| (.+) \\|");

    /**
     * A source.
     *
     * @param title what it is
     * @param anchor the heading that it stands under
     */
    record Source(String title, String anchor) {}

    private final Map<String, Source> byKey = new HashMap<>();

    private SourceList() {}

    static SourceList read() throws IOException {
        var list = new SourceList();
        String anchor = "";
        for (String line : Files.readAllLines(FILE)) {
            Matcher row = ROW.matcher(line);
            if (line.startsWith("## ")) {
                anchor = Headings.anchor(line);
            } else if (row.matches()) {
                list.byKey.put(row.group(1), new Source(row.group(2), anchor));
            }
        }
        return list;
    }

    /** The source of a key; a test of the engine sees to it that there is one. */
    Source of(String key) {
        return byKey.get(key);
    }
}
