package dev.hatcheck.fidelity;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * An element of the code that says where its behaviour comes from.
 *
 * @param name its class and its own name, as in {@code Replies.OK}
 * @param file where it stands
 * @param citations whom it cites
 * @param sentence the first of its Javadoc in Markdown, or nothing
 * @param value what the code gives it, if it is a constant and that is short; else nothing
 * @param cases the constants of an enum and the forms of a sealed type that cite nobody themselves, in Markdown
 * @param saying what it says on the wire or in the log, where that can be read from the code
 */
record Cited(
        String name,
        Path file,
        Citations citations,
        String sentence,
        String value,
        List<String> cases,
        Optional<Saying> saying) {
    /** Its place below {@code dev.hatcheck}, as in {@code engine/session/Replies.OK}. */
    String place() {
        String folder = file.getParent().toString().replace('\\', '/');
        return folder.substring(folder.indexOf("dev/hatcheck/") + "dev/hatcheck/".length()) + "/" + name;
    }
}
