package dev.hatcheck.engine.insight;

import dev.hatcheck.engine.ReverseDns;
import dev.hatcheck.engine.connect.Admission;
import dev.hatcheck.policies.Sender;
import dev.hatcheck.policies.address.HostName;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Entries whose clients must use TLS, and those before them that some of these clients come to first and that let them
 * send in clear.
 *
 * <p>Of each fact the first such entry is told, and of addresses and names within the entry's own.
 */
final class TlsUndercut {
    private static final int FACTS = Sender.Fact.values().length;
    private static final int SHOWN = 4;
    /** To find one takes as long as to go through the table once. */
    private static final int WITNESSES = 20;

    private final Inspection inspection;
    private final int everyone;
    /** For public and for private clients, whether somebody comes to an entry. */
    private final List<BitSet> reached = new ArrayList<>();
    /** For each of the two and each fact the first entry that accepts somebody in clear. */
    private final int[][] firstInClear = new int[2][FACTS];

    private TlsUndercut(Inspection inspection) {
        this.inspection = inspection;
        this.everyone = inspection.index().everyone();
        for (int population = 0; population < 2; population++) {
            look(inspection.populations().get(population), population);
        }
    }

    private void look(Population population, int number) {
        var here = new BitSet();
        int last = population.lastRank(everyone);
        for (int fact = 0; fact < FACTS; fact++) {
            Dimension<?> dimension = population.dimensions().get(fact);
            int first = Integer.MAX_VALUE;
            for (int i = 0; i < dimension.size(); i++) {
                int rank = dimension.rank(i);
                if (rank <= last && rank < everyone) {
                    here.set(rank);
                    first = rank < first && isInClear(rank) ? rank : first;
                }
            }
            firstInClear[number][fact] = first;
        }
        reached.add(here);
    }

    private boolean isInClear(int rank) {
        return Inspection.isAcceptedWithoutTls(inspection.admission(rank));
    }

    static Stream<Finding> in(Inspection inspection) {
        boolean isAnyRequired =
                inspection.ranks().anyMatch(rank -> Inspection.isAcceptedOverTlsOnly(inspection.admission(rank)));
        return isAnyRequired ? new TlsUndercut(inspection).findings() : Stream.empty();
    }

    private Stream<Finding> findings() {
        Map<Integer, SortedSet<Integer>> undercut = new LinkedHashMap<>();
        int[] required = inspection
                .ranks()
                .filter(rank -> Inspection.isAcceptedOverTlsOnly(inspection.admission(rank)))
                .filter(rank -> inspection.isReached(rank) && isAboutHosts(rank))
                .toArray();
        Map<Integer, SortedSet<Integer>> byName = namesInClear(required);
        for (int rank : required) {
            var before = new TreeSet<>(byName.getOrDefault(rank, new TreeSet<>()));
            within(inspection.sender(rank))
                    .filter(this::isReachedInClear)
                    .limit(1)
                    .forEach(before::add);
            for (int population = 0; population < 2; population++) {
                if (reached.get(population).get(rank)) {
                    addOtherFacts(rank, population, before);
                }
            }
            if (!before.isEmpty()) {
                undercut.put(rank, before);
            }
        }
        return ofGroups(undercut);
    }

    private void addOtherFacts(int rank, int population, SortedSet<Integer> before) {
        Optional<Sender.Fact> own = inspection.sender(rank).fact();
        for (Sender.Fact fact : Sender.Fact.values()) {
            int first = firstInClear[population][fact.ordinal()];
            if (own.filter(fact::equals).isEmpty() && first < rank) {
                before.add(first);
            }
        }
    }

    private boolean isReachedInClear(int rank) {
        return rank < everyone && inspection.isReached(rank) && isInClear(rank);
    }

    /** The ranks within the addresses of an entry. */
    private IntStream within(Sender sender) {
        return sender instanceof Sender.Address(var range)
                ? inspection.addressRuns().ranks(range)
                : IntStream.empty();
    }

    /** Whether an entry is about hosts, and not about what anybody can happen to be. */
    private boolean isAboutHosts(int rank) {
        Sender sender = inspection.sender(rank);
        return sender instanceof Sender.Address
                || sender instanceof Sender.Host
                || sender instanceof Sender.PartialHost;
    }

    /** For entries that require TLS of all names below one, the names below it that may come in clear. */
    private Map<Integer, SortedSet<Integer>> namesInClear(int... required) {
        var suffixes = new HashMap<String, List<Integer>>();
        for (int rank : required) {
            if (inspection.sender(rank) instanceof Sender.PartialHost(var suffix)) {
                suffixes.computeIfAbsent(suffix.text(), text -> new ArrayList<>())
                        .add(rank);
            }
        }
        Map<Integer, SortedSet<Integer>> found = new HashMap<>();
        NameClasses names = inspection.space().names();
        for (int place = 0; !suffixes.isEmpty() && place < names.count(); place++) {
            if (names.witness(place) instanceof ReverseDns.Verified(var name)) {
                int rank = inspection.index().rank(names.witness(place));
                if (isReachedInClear(rank)) {
                    addSuffixes(name, rank, suffixes, found);
                }
            }
        }
        return found;
    }

    private static void addSuffixes(
            HostName name, int rank, Map<String, List<Integer>> suffixes, Map<Integer, SortedSet<Integer>> found) {
        String text = name.text();
        for (int dot = text.indexOf('.'); dot >= 0; dot = text.indexOf('.', dot + 1)) {
            suffixes.getOrDefault(text.substring(dot + 1), List.of()).stream()
                    .filter(required -> rank < required)
                    .forEach(required -> found.computeIfAbsent(required, it -> new TreeSet<>())
                            .add(rank));
        }
    }

    /** One for each group, or for an entry that stands alone. */
    private Stream<Finding> ofGroups(Map<Integer, SortedSet<Integer>> undercut) {
        var groups = new LinkedHashMap<String, List<Integer>>();
        undercut.keySet()
                .forEach(rank -> groups.computeIfAbsent(
                                inspection.admission(rank).group().orElse("rank " + rank), name -> new ArrayList<>())
                        .add(rank));
        var findings = new ArrayList<Finding>();
        groups.values().forEach(ranks -> {
            int rank = ranks.stream()
                    .filter(it -> undercut.get(it).stream().anyMatch(before -> isSurprising(it, before)))
                    .findFirst()
                    .orElse(ranks.getFirst());
            findings.add(finding(rank, undercut.get(rank), ranks.size() - 1, findings.size() < WITNESSES));
        });
        return findings.stream();
    }

    private Finding finding(int rank, SortedSet<Integer> before, int others, boolean isShown) {
        Admission admission = inspection.admission(rank);
        int first =
                before.stream().filter(it -> isSurprising(rank, it)).findFirst().orElse(before.getFirst());
        List<Admission> shown =
                before.stream().limit(SHOWN).map(inspection::admission).toList();
        Finding finding = Finding.of(
                        Code.TLS_UNDERCUT,
                        isSurprising(rank, first) ? Severity.WARNING : Severity.NOTE,
                        admission.entry().origin(),
                        Words.entry(admission)
                                + " requires TLS, but clients that it means may send in clear if they meet "
                                + Words.placed(shown, before.size() > SHOWN) + " first"
                                + (others == 0 ? "" : "; the same goes for " + others + " more of its group"),
                        "move it before that, or let that require TLS as well")
                .with(Words.origins(shown));
        return isShown ? finding.shownBy(inspection.witness(admission.entry().sender(), first)) : finding;
    }

    /** Not so where hosts of one kind are meant before hosts of another: whoever names them knows them. */
    private boolean isSurprising(int rank, int before) {
        return !isAboutHosts(before)
                || inspection
                        .sender(rank)
                        .fact()
                        .equals(inspection.sender(before).fact());
    }
}
