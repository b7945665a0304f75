package dev.hatcheck.engine.insight;

import dev.hatcheck.engine.ReverseDns;
import dev.hatcheck.policies.Sender;
import dev.hatcheck.policies.address.HostName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What names can be worth: the ways to have none that counts, and all verified names.
 *
 * <p>The names of a table are the nodes of a tree. Each is a class by itself; another is made of the names below it
 * that lie below no deeper node, of which one with a label that no node has will do; and one of all names that lie
 * below no node at all.
 */
public final class NameClasses implements Classes<ReverseDns> {
    private static final int LONGEST = 253;
    private static final String LABEL_CHARACTERS = "abcdefghijklmnopqrstuvwxyz0123456789-_";
    private static final List<String> LABELS = List.of("mx", "mail", "host", "smtp");
    private static final List<String> BEGINNINGS =
            LABELS.stream().map(label -> label.substring(0, 2)).toList();
    private static final List<String> STRANGERS = List.of("mail.example.net", "mail.example.org", "mail.example.com");
    private static final Set<String> ABOVE_STRANGERS =
            STRANGERS.stream().flatMap(NameClasses::suffixes).collect(Collectors.toSet());

    private final List<ReverseDns> nameless;
    private final List<HostName> nodes;
    private final String fresh;
    /** The nodes that have names below them, of which no node is one. */
    private final int[] roomy;
    /** Such a name below each node where the fresh label has no room. */
    private final Map<HostName, HostName> crowded;

    /** Worked out when it is asked for. */
    private volatile int[] above = {};

    private NameClasses(HostName stranger, List<HostName> nodes, String fresh) {
        this.nameless = List.of(
                new ReverseDns.NoRecord(),
                new ReverseDns.Mismatch(stranger),
                new ReverseDns.TemporaryFailure(Optional.empty()),
                new ReverseDns.Verified(stranger));
        this.nodes = nodes;
        this.fresh = fresh;
        this.crowded = new HashMap<>();
        for (HostName node : nodes) {
            if (!hasRoom(node)) {
                shortBelow(node).ifPresent(name -> crowded.put(node, name));
            }
        }
        this.roomy = IntStream.range(0, nodes.size())
                .filter(i -> hasRoom(nodes.get(i)) || crowded.containsKey(nodes.get(i)))
                .toArray();
    }

    /** The classes that names make, whether entries mean them or what lies below them. */
    static NameClasses cutBy(List<HostName> names) {
        List<HostName> nodes = distinct(names);
        String fresh = freshLabel(nodes);
        return new NameClasses(stranger(nodes, fresh), nodes, fresh);
    }

    /**
     * Each name once, in the order of their first places. They are sorted by their hashes, as a table of hashes would
     * be a visit to far memory for each.
     */
    private static List<HostName> distinct(List<HostName> names) {
        long[] byHash = new long[names.size()];
        for (int i = 0; i < byHash.length; i++) {
            byHash[i] = (long) names.get(i).hashCode() << Integer.SIZE | i;
        }
        Arrays.parallelSort(byHash);
        var again = new BitSet();
        for (int i = 1; i < byHash.length; i++) {
            HostName name = names.get((int) byHash[i]);
            for (int j = i - 1; j >= 0 && byHash[j] >> Integer.SIZE == byHash[i] >> Integer.SIZE; j--) {
                if (names.get((int) byHash[j]).equals(name)) {
                    again.set((int) byHash[i]);
                    break;
                }
            }
        }
        var distinct = new ArrayList<HostName>(names.size() - again.cardinality());
        for (int i = again.nextClearBit(0); i < names.size(); i = again.nextClearBit(i + 1)) {
            distinct.add(names.get(i));
        }
        return distinct;
    }

    /** A name below this one, be it a node or not, and below no deeper node; nothing if there is no room. */
    Optional<HostName> witnessBelow(HostName node) {
        return hasRoom(node)
                ? Optional.of(new HostName(fresh + "." + node.text()))
                : Optional.ofNullable(crowded.get(node)).or(() -> shortBelow(node));
    }

    /** A label that stands in no name. */
    private static String freshLabel(List<HostName> names) {
        var taken = new HashSet<String>();
        for (HostName name : names) {
            String text = name.text();
            for (int from = 0, dot = 0; dot >= 0; from = dot + 1) {
                dot = text.indexOf('.', from);
                if (beginsLikeLabel(text, from)) {
                    taken.add(text.substring(from, dot < 0 ? text.length() : dot));
                }
            }
        }
        return LABELS.stream()
                .filter(label -> !taken.contains(label))
                .findFirst()
                .orElseGet(() -> numbered(taken));
    }

    private static boolean beginsLikeLabel(String text, int from) {
        for (String beginning : BEGINNINGS) {
            if (text.startsWith(beginning, from)) {
                return true;
            }
        }
        return false;
    }

    private static String numbered(Collection<String> taken) {
        int number = 1;
        while (taken.contains("mx" + number)) {
            number++;
        }
        return "mx" + number;
    }

    /** A name that is no node and lies below none. */
    private static HostName stranger(List<HostName> nodes, String fresh) {
        var known = new HashSet<String>();
        for (HostName node : nodes) {
            if (ABOVE_STRANGERS.contains(node.text())) {
                known.add(node.text());
            }
        }
        return STRANGERS.stream()
                .filter(name -> suffixes(name).noneMatch(known::contains))
                .findFirst()
                .map(HostName::new)
                .orElseGet(() -> new HostName("mail." + fresh));
    }

    /** A name and all names that it lies below. */
    private static Stream<String> suffixes(String name) {
        return Stream.concat(
                Stream.of(name),
                IntStream.range(0, name.length())
                        .filter(i -> name.charAt(i) == '.')
                        .mapToObj(dot -> name.substring(dot + 1)));
    }

    private boolean hasRoom(HostName node) {
        return fresh.length() <= roomIn(node);
    }

    /** How long a label in front of a name may be. */
    private static int roomIn(HostName node) {
        return LONGEST - node.text().length() - 1;
    }

    /** The same where there is hardly room: of the shortest labels one that no node has there. */
    private Optional<HostName> shortBelow(HostName node) {
        var taken = new HashSet<String>();
        for (HostName other : nodes) {
            if (other.isBelow(node)) {
                String further = other.text()
                        .substring(0, other.text().length() - node.text().length() - 1);
                taken.add(further.substring(further.lastIndexOf('.') + 1));
            }
        }
        List<String> labels = List.of("");
        for (int length = 1; length <= roomIn(node); length++) {
            labels = labels.stream()
                    .flatMap(label -> LABEL_CHARACTERS.chars().mapToObj(c -> label + (char) c))
                    .toList();
            Optional<String> free =
                    labels.stream().filter(label -> !taken.contains(label)).findFirst();
            if (free.isPresent()) {
                return free.map(label -> new HostName(label + "." + node.text()));
            }
        }
        return Optional.empty();
    }

    /** What a class lies at or below: the sender that means it, and deeper ones where it means what lies below. */
    Optional<Sender> node(int place) {
        int node = place - nameless.size();
        if (node < 0) {
            return Optional.empty();
        }
        if (node < nodes.size()) {
            return Optional.of(new Sender.Host(nodes.get(node)));
        }
        return Optional.of(new Sender.PartialHost(nodes.get(roomy[node - nodes.size()])));
    }

    /**
     * For each class of a node or below one, the class that says what holds for its names unless it says so itself:
     * below the nearest node that they lie below, or that of all other verified names. Nothing for those before.
     */
    int[] above() {
        int[] worked = above;
        if (worked.length == 0) {
            worked = workedAbove(); // two who ask at once both work, and get the same
            above = worked;
        }
        return worked;
    }

    private int[] workedAbove() {
        Map<String, Integer> below = new HashMap<>();
        int firstBelow = nameless.size() + nodes.size();
        for (int i = 0; i < roomy.length; i++) {
            below.put(nodes.get(roomy[i]).text(), firstBelow + i);
        }
        int[] worked = new int[count()];
        for (int i = 0; i < nodes.size(); i++) {
            String text = nodes.get(i).text();
            int found = nameless.size() - 1;
            for (int dot = text.indexOf('.'); dot >= 0; dot = text.indexOf('.', dot + 1)) {
                Integer place = below.get(text.substring(dot + 1));
                if (place != null) {
                    found = place;
                    break;
                }
            }
            worked[nameless.size() + i] = found;
            Integer own = below.get(text);
            if (own != null) {
                worked[own] = found;
            }
        }
        return worked;
    }

    @Override
    public int count() {
        return nameless.size() + nodes.size() + roomy.length;
    }

    @Override
    public ReverseDns witness(int place) {
        if (place < nameless.size()) {
            return nameless.get(place);
        }
        int node = place - nameless.size();
        return new ReverseDns.Verified(
                node < nodes.size()
                        ? nodes.get(node)
                        : witnessBelow(nodes.get(roomy[node - nodes.size()])).orElseThrow());
    }
}
