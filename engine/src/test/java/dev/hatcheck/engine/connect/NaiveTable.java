package dev.hatcheck.engine.connect;

import static dev.hatcheck.engine.connect.NaiveClient.oneOf;

import dev.hatcheck.engine.Tables;
import dev.hatcheck.policies.SenderGroup;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * A table as the oracle sees it: a text, and its entries in the order in which they are asked.
 *
 * @param text as an administrator would write it
 * @param rungs the entries, the {@code ALL} that ends every table included
 */
record NaiveTable(String text, List<Rung> rungs) {
    /** An entry with what it does. */
    record Rung(String group, String behavior, NaiveEntry entry) {
        boolean decides(NaiveClient client) {
            return entry.means().test(client) && !behavior.equals("CONTINUE");
        }

        @Override
        public String toString() {
            return behavior + " " + group + " " + entry.written();
        }
    }

    static NaiveTable random(Random random) {
        var text = new StringBuilder("$OPEN\n    ACCEPT\n$SHUT\n    REJECT {}\n");
        var rungs = new ArrayList<Rung>();
        int lines = random.nextInt(8);
        for (int line = 0; line < lines; line++) {
            rungs.addAll(random.nextBoolean() ? group(random, "G" + line, text) : alone(random, text));
        }
        boolean leftOut = random.nextInt(4) == 0;
        text.append(leftOut ? "" : "ALL\n    REJECT\n");
        rungs.add(new Rung("-", leftOut ? "ACCEPT" : "REJECT", new NaiveEntry("ALL", false, client -> true)));
        return new NaiveTable(text.toString(), rungs);
    }

    private static List<Rung> group(Random random, String name, StringBuilder text) {
        text.append(name).append(":\n");
        var members = new ArrayList<NaiveEntry>();
        for (int i = random.nextInt(5); i > 0; i--) {
            NaiveEntry entry = NaiveEntry.random(random);
            if (isNew(members, entry)) {
                members.add(entry);
                text.append("    ")
                        .append(entry.written())
                        .append(oneOf(random, "", " (a note)"))
                        .append('\n');
            }
        }
        String behavior = rule(random, text);
        return members.stream()
                .sorted(Comparator.comparing(NaiveEntry::isCondition))
                .map(entry -> new Rung(name, behavior, entry))
                .toList();
    }

    /** Whether a reader, which drops what stands twice in a group, would keep an entry. */
    private static boolean isNew(List<NaiveEntry> members, NaiveEntry entry) {
        var group = new StringBuilder("G:\n");
        members.forEach(member -> group.append(member.written()).append('\n'));
        group.append(entry.written()).append("\nACCEPT\n");
        return Tables.hat(group.toString()).lines().getFirst() instanceof SenderGroup read
                && read.members().size() == members.size() + 1;
    }

    private static List<Rung> alone(Random random, StringBuilder text) {
        NaiveEntry entry = NaiveEntry.random(random);
        text.append(entry.written()).append('\n');
        return List.of(new Rung("-", rule(random, text), entry));
    }

    private static String rule(Random random, StringBuilder text) {
        String rule = oneOf(random, "$OPEN", "$SHUT", "RELAY", "TCPREFUSE", "CONTINUE");
        text.append("    ").append(rule).append('\n');
        return switch (rule) {
            case "$OPEN" -> "ACCEPT";
            case "$SHUT" -> "REJECT";
            default -> rule;
        };
    }

    /** The position of the entry that decides about a client. */
    int decider(NaiveClient client) {
        for (int i = 0; i < rungs.size(); i++) {
            if (rungs.get(i).decides(client)) {
                return i;
            }
        }
        throw new IllegalStateException("no ALL");
    }
}
