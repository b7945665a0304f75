package dev.hatcheck.smtp.lookup;

import dev.hatcheck.policies.Origin;
import dev.hatcheck.policies.text.Problem;
import dev.hatcheck.policies.text.SyntaxException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.xbill.DNS.Master;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.RelativeNameException;
import org.xbill.DNS.Type;

/**
 * Reads a zone text.
 *
 * <p>dnsjava reads the records, one entry at a time, so that one bad line does not hide the next; what it cannot know,
 * names whose look-up fails, is read here and never shown to it.
 */
final class ZoneReader {
    private static final long TTL = 3600; // nothing here expires, but the format wants one
    private static final Pattern LOWER_CASE = Pattern.compile("[a-z]+");
    private static final Pattern PLACE = Pattern.compile("^[^:]*:\\d+: ");

    private final String file;
    private final Map<Name, List<Record>> records = new HashMap<>();
    private final Set<Name> failing = new HashSet<>();
    private final List<Problem> problems = new ArrayList<>();
    private Optional<Name> origin = Optional.empty();
    private String above = "";

    private ZoneReader(String file) {
        this.file = file;
    }

    static SimulatedDns read(String zone, String file) {
        var reader = new ZoneReader(file);
        ZoneEntry.split(zone).forEach(reader::read);
        if (!reader.problems.isEmpty()) {
            throw new SyntaxException(reader.problems);
        }
        return new SimulatedDns(reader.records, reader.failing);
    }

    private void read(ZoneEntry entry) {
        List<String> words = entry.words();
        try {
            if (!entry.isClosed()) {
                throw new IOException("its parenthesis is never closed");
            }
            switch (upperCase(words.getFirst())) {
                case "$SERVFAIL", "$TIMEOUT" -> failing.add(name(words));
                case "$ORIGIN" -> origin = Optional.of(name(words));
                case "$INCLUDE" ->
                    throw new IOException("a zone is one text: put the records here instead of $INCLUDE");
                default -> readRecords(entry);
            }
        } catch (RelativeNameException e) {
            tell(
                    entry,
                    words,
                    e.getMessage(),
                    blamed(words, e.getMessage()) + " is no absolute name: end it with a dot");
        } catch (IOException | RuntimeException e) { // dnsjava answers some odd numbers with exceptions of the JDK
            String reason = PLACE.matcher(String.valueOf(e.getMessage())).replaceFirst("");
            tell(entry, words, reason, reason);
        }
    }

    private void tell(ZoneEntry entry, List<String> words, String blaming, String reason) {
        above = above.isEmpty() ? "." : above;
        problems.add(problem(entry, words, blaming, reason));
    }

    private Name name(List<String> words) throws IOException {
        if (words.size() != 2) {
            throw new IOException("one name follows " + words.getFirst());
        }
        Name name = Name.fromString(words.getLast(), origin.orElse(null));
        if (!name.isAbsolute()) {
            throw new RelativeNameException(name);
        }
        return name;
    }

    private void readRecords(ZoneEntry entry) throws IOException {
        if (entry.continues() && above.isEmpty()) {
            throw new IOException(
                    "the entry begins with a blank, so its name is that of the entry above, and there is none");
        }
        String text = entry.text().startsWith("$") ? entry.text() : inCapitals(entry);
        try (var master =
                new Master(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), origin.orElse(null), TTL)) {
            master.disableIncludes();
            for (Record next = master.nextRecord(); next != null; next = master.nextRecord()) {
                add(next);
            }
        }
    }

    /** The entry as dnsjava may have it: it folds keywords by the locale, and a Turkish "in" is no "IN". */
    private String inCapitals(ZoneEntry entry) {
        return upperCase((entry.continues() ? above : "") + entry.text());
    }

    private void add(Record next) throws IOException {
        if (next.getName().isWild()) {
            throw new IOException("a name with * stands for itself alone: name each host");
        }
        if (next.getType() == Type.DNAME) {
            throw new IOException("DNAME is not followed: write CNAME for each name");
        }
        above = next.getName().toString();
        records.computeIfAbsent(next.getName(), name -> new ArrayList<>()).add(next);
    }

    private Problem problem(ZoneEntry entry, List<String> words, String blaming, String reason) {
        int offset = entry.text().indexOf(blamed(words, blaming));
        String before = entry.text().substring(0, offset);
        int line = entry.line() + (int) before.chars().filter(c -> c == '\n').count();
        int column = offset - before.lastIndexOf('\n');
        String expected = words.getFirst().startsWith("$")
                ? "a directive as in $ORIGIN example.org."
                : "a record as in mx.example.org. A 192.0.2.1";
        return new Problem(
                Origin.of(file, line),
                column,
                "found " + String.join(" ", words) + " (" + reason + "), expected " + expected);
    }

    /** The last word that the reason names, or else the first of the entry: dnsjava does not say where it stopped. */
    private static String blamed(List<String> words, String reason) {
        List<String> named = List.of(upperCase(reason).split("[\\s'<>]|[:,)](?=\\s|\\)|$)"));
        return words.stream()
                .filter(word -> named.contains(upperCase(word)))
                .reduce((first, second) -> second)
                .orElse(words.getFirst());
    }

    private static String upperCase(String text) {
        return LOWER_CASE.matcher(text).replaceAll(letters -> letters.group().toUpperCase(Locale.ROOT));
    }
}
