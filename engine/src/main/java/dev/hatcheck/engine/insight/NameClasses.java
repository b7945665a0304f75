package dev.hatcheck.engine.insight;

import dev.hatcheck.engine.ReverseDns;
import dev.hatcheck.policies.Sender;
import dev.hatcheck.policies.address.HostName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What names can be worth: the ways to have none that counts, and all verified names.
 *
 * <p>The names of a table are the nodes of a tree. Each is a class by itself; another is made of the names below it that
 * lie below no deeper node, of which one with a label that no node has will do; and one of all names that lie below no
 * node at all.
 */
public final class NameClasses implements Classes<ReverseDns> {
    private static final int LONGEST = 253;
    private static final String LABEL_CHARACTERS = "abcdefghijklmnopqrstuvwxyz0123456789-_";
    private static final List<String> LABELS = List.of("mx", "mail", "host", "smtp");
    private static final List<String> STRANGERS = List.of("mail.example.net", "mail.example.org", "mail.example.com");

    private final List<ReverseDns> nameless;
    private final List<HostName> nodes;
    private final String fresh;
    /** The nodes that have names below them, of which no node is one. */
    private final List<HostName> witnessesBelow;

    /** Worked out when it is asked for. */
    private int[] above = {};

    private NameClasses(List<ReverseDns> nameless, List<HostName> nodes, String fresh, List<HostName> witnessesBelow) {
        this.nameless = nameless;
        this.nodes = nodes;
        this.fresh = fresh;
        this.witnessesBelow = witnessesBelow;
    }

    /** The classes that names make, whether entries mean them or what lies below them. */
    static NameClasses cutBy(Collection<HostName> names) {
        var distinct = new LinkedHashSet<>(names);
        String fresh = freshLabel(distinct);
        var stranger = new ReverseDns.Verified(stranger(distinct, fresh));
        var below = new ArrayList<HostName>(distinct.size());
        for (HostName node : distinct) {
            below(node, fresh, distinct).ifPresent(below::add);
        }
        return new NameClasses(
                List.of(
                        new ReverseDns.NoRecord(),
                        new ReverseDns.Mismatch(stranger.name()),
                        new ReverseDns.TemporaryFailure(Optional.empty()),
                        stranger),
                List.copyOf(distinct),
                fresh,
                List.copyOf(below));
    }

    /** A name below a node, or one that is none, that lies below no deeper node; nothing if there is none. */
    Optional<HostName> witnessBelow(HostName node) {
        return below(node, fresh, nodes);
    }

    /** A label that stands in no name. */
    private static String freshLabel(Collection<HostName> names) {
        var taken = new HashSet<String>();
        for (HostName name : names) {
            String text = name.text();
            for (int from = 0; from >= 0; from = text.indexOf('.', from) + 1) {
                int dot = text.indexOf('.', from);
                String prefix = text.substring(from, Math.min(from + 2, text.length()));
                if (LABELS.stream().anyMatch(label -> label.startsWith(prefix))) {
                    taken.add(text.substring(from, dot < 0 ? text.length() : dot));
                }
                if (dot < 0) {
                    break;
                }
            }
        }
        return LABELS.stream()
                .filter(label -> !taken.contains(label))
                .findFirst()
                .orElseGet(() -> numbered(taken));
    }

    private static String numbered(Collection<String> taken) {
        int number = 1;
        while (taken.contains("mx" + number)) {
            number++;
        }
        return "mx" + number;
    }

    /** A name that is no node and lies below none. */
    private static HostName stranger(Collection<HostName> nodes, String fresh) {
        return STRANGERS.stream()
                .map(HostName::new)
                .filter(name -> nodes.stream().noneMatch(node -> name.equals(node) || name.isBelow(node)))
                .findFirst()
                .orElseGet(() -> new HostName("mail." + fresh));
    }

    /** A name below a node that lies below no deeper one; nothing if the node is too long to have any. */
    private static Optional<HostName> below(HostName node, String fresh, Collection<HostName> nodes) {
        int room = LONGEST - node.text().length() - 1;
        if (fresh.length() <= room) {
            return Optional.of(new HostName(fresh + "." + node.text()));
        }
        return room < 1 ? Optional.empty() : shortBelow(node, room, nodes);
    }

    /** The same where there is hardly room: of the shortest labels one that no node has there. */
    private static Optional<HostName> shortBelow(HostName node, int room, Collection<HostName> nodes) {
        var taken = new HashSet<String>();
        for (HostName other : nodes) {
            if (other.isBelow(node)) {
                String further = other.text()
                        .substring(0, other.text().length() - node.text().length() - 1);
                taken.add(further.substring(further.lastIndexOf('.') + 1));
            }
        }
        List<String> labels = List.of("");
        for (int length = 1; length <= room; length++) {
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
        return Optional.of(
                new Sender.PartialHost(new HostName(behindFirstLabel(witnessesBelow.get(node - nodes.size())))));
    }

    /**
     * For each class of a node or below one, the class that says what holds for its names unless it says so itself: below
     * the nearest node that they lie below, or that of all other verified names. Nothing for those before.
     */
    int[] above() {
        if (above.length == 0) {
            above = workedAbove();
        }
        return above;
    }

    private int[] workedAbove() {
        Map<String, Integer> below = new HashMap<>();
        int firstBelow = nameless.size() + nodes.size();
        for (int i = 0; i < witnessesBelow.size(); i++) {
            below.put(behindFirstLabel(witnessesBelow.get(i)), firstBelow + i);
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

    private static String behindFirstLabel(HostName name) {
        return name.text().substring(name.text().indexOf('.') + 1);
    }

    @Override
    public int count() {
        return nameless.size() + nodes.size() + witnessesBelow.size();
    }

    @Override
    public ReverseDns witness(int place) {
        if (place < nameless.size()) {
            return nameless.get(place);
        }
        int node = place - nameless.size();
        return new ReverseDns.Verified(node < nodes.size() ? nodes.get(node) : witnessesBelow.get(node - nodes.size()));
    }
}
