package dev.hatcheck.cli.diff;

import dev.hatcheck.engine.Engine;
import java.util.ArrayList;
import java.util.List;

/**
 * Two tables that are compared.
 *
 * @param oldFile where the old one was read
 * @param before what decides by it
 * @param newFile where the new one was read
 * @param after what decides by it
 * @param setting the options that say how the listener is set
 */
public record Tables(String oldFile, Engine before, String newFile, Engine after, List<String> setting) {
    public Tables {
        setting = List.copyOf(setting);
    }

    /** The options that say how the listener decides by the old table. */
    List<String> optionsBefore() {
        return options(oldFile);
    }

    /** The options that say how it decides by the new one. */
    List<String> optionsAfter() {
        return options(newFile);
    }

    private List<String> options(String file) {
        var options = new ArrayList<>(List.of("--hat", file));
        options.addAll(setting);
        return options;
    }
}
