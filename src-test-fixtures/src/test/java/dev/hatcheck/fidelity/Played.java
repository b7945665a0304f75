package dev.hatcheck.fidelity;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a transcript shows.
 *
 * @param file where it stands
 * @param summary its first line: what it shows, and the source
 * @param said the replies, each with all its lines, and the lines of the log
 * @param policies keywords that its tables set
 * @param settings names of settings of the listener that it sets
 */
record Played(Path file, String summary, List<String> said, Set<String> policies, Set<String> settings) {
    private static final Pattern IN_A_TABLE = Pattern.compile("^ .*?(\\w+) *= *\\S");
    private static final Pattern OF_THE_LISTENER = Pattern.compile("^set (\\w+)=");

    static Played read(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file, StandardCharsets.ISO_8859_1);
        int dialogue = lines.indexOf("---");
        int log = lines.indexOf("--- log");
        List<String> head = lines.subList(0, dialogue);
        List<String> said = new ArrayList<>(replies(lines.subList(dialogue, log)));
        said.addAll(lines.subList(log + 1, lines.size()));
        return new Played(
                file, lines.get(0).substring(2), said, matches(IN_A_TABLE, head), matches(OF_THE_LISTENER, head));
    }

    /** The folder that it stands in. */
    String feature() {
        return file.getParent().getFileName().toString();
    }

    /** How much there is besides what somebody looks for. */
    int length() {
        return said.size();
    }

    private static List<String> replies(List<String> dialogue) {
        List<String> replies = new ArrayList<>();
        boolean open = false;
        for (String line : dialogue) {
            if (line.startsWith("S: ")) {
                String text = line.substring(3);
                if (open) {
                    replies.add(replies.removeLast() + "\n" + text);
                } else {
                    replies.add(text);
                }
                open = text.length() > 3 && text.charAt(3) == '-';
            }
        }
        return replies;
    }

    private static Set<String> matches(Pattern pattern, List<String> lines) {
        Set<String> found = new HashSet<>();
        lines.forEach(line ->
                pattern.matcher(line).results().map(match -> match.group(1)).forEach(found::add));
        return found;
    }
}
