package dev.hatcheck.engine.insight;

import dev.hatcheck.engine.Peer;
import dev.hatcheck.engine.ReverseDns;
import dev.hatcheck.engine.connect.Admission;
import dev.hatcheck.policies.Sender;
import dev.hatcheck.policies.address.HostName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Names without what lies below them, and what lies below names without these; names that do not count.
 *
 * <p>Where hosts are known, only what those show is found.
 */
final class NameEntries {
    private final Inspection inspection;
    private final Optional<List<KnownHost>> hosts;
    private final Map<HostName, List<KnownHost>> named = new HashMap<>();
    /** The hosts below each name that is one of theirs with labels left out in front. */
    private final Map<HostName, List<KnownHost>> below = new HashMap<>();

    private NameEntries(Inspection inspection, Optional<List<KnownHost>> hosts) {
        this.inspection = inspection;
        this.hosts = hosts;
        hosts.orElse(List.of()).forEach(this::add);
    }

    private void add(KnownHost host) {
        named.computeIfAbsent(host.name(), name -> new ArrayList<>()).add(host);
        String rest = host.name().text();
        for (int dot = rest.indexOf('.'); dot >= 0; dot = rest.indexOf('.')) {
            rest = rest.substring(dot + 1);
            below.computeIfAbsent(new HostName(rest), name -> new ArrayList<>()).add(host);
        }
    }

    static Stream<Finding> in(Inspection inspection, Optional<List<KnownHost>> hosts) {
        var names = new NameEntries(inspection, hosts);
        return inspection
                .ranks()
                .filter(inspection::isReached)
                .mapToObj(inspection::admission)
                .flatMap(admission -> switch (admission.entry().sender()) {
                    case Sender.Host(var name) ->
                        Stream.concat(
                                names.host(name, admission),
                                names.unverified(admission, names.named.getOrDefault(name, List.of()), name::equals));
                    case Sender.PartialHost(var suffix) ->
                        Stream.concat(
                                names.suffix(suffix, admission),
                                names.unverified(
                                        admission,
                                        names.below.getOrDefault(suffix, List.of()),
                                        name -> name.isBelow(suffix)));
                    case Sender.Address a -> Stream.of();
                    case Sender.ReputationRange r -> Stream.of();
                    case Sender.NoReputation n -> Stream.of();
                    case Sender.Organization o -> Stream.of();
                    case Sender.Country c -> Stream.of();
                    case Sender.DnsList d -> Stream.of();
                    case Sender.NoPtrRecord n -> Stream.of();
                    case Sender.PtrLookupFails f -> Stream.of();
                    case Sender.PtrDoesNotMatch m -> Stream.of();
                    case Sender.Everyone e -> Stream.of();
                });
    }

    /** Whether no entry at all is about a name. */
    private boolean isBare(HostName name) {
        return inspection.index().rank(new ReverseDns.Verified(name))
                > inspection.index().everyone();
    }

    private Stream<Finding> suffix(HostName suffix, Admission admission) {
        List<KnownHost> known = named.getOrDefault(suffix, List.of()).stream()
                .filter(NameEntries::isVerified)
                .toList();
        boolean isTopLevel = suffix.text().indexOf('.') < 0;
        if (isTopLevel || !isBare(suffix) || hosts.isPresent() && known.isEmpty()) {
            return Stream.empty();
        }
        return Stream.of(Finding.of(
                        Code.SUFFIX_WITHOUT_NAME,
                        known.isEmpty() ? Severity.NOTE : Severity.WARNING,
                        admission.entry().origin(),
                        Words.entry(admission) + " does not mean " + suffix + " itself, and no other entry does"
                                + at(known),
                        "add " + suffix + " to the group, if it sends mail")
                .shownBy(client(suffix, known)));
    }

    /** Whether an entry about its name would mean it. */
    private static boolean isVerified(KnownHost host) {
        return host.reverseDns().equals(new ReverseDns.Verified(host.name()));
    }

    private static String at(List<KnownHost> known) {
        return known.isEmpty()
                ? ""
                : ", though there is such a host (" + known.getFirst().address() + ")";
    }

    /** Without known hosts only names of two labels are looked at: longer ones are hosts as a rule, and not domains. */
    private Stream<Finding> host(HostName name, Admission admission) {
        List<KnownHost> known = below.getOrDefault(name, List.of()).stream()
                .filter(host -> isVerified(host) && isBare(host.name()))
                .toList();
        boolean isDomain = name.text().chars().filter(c -> c == '.').count() == 1;
        boolean isOfInterest = hosts.isPresent()
                ? !known.isEmpty()
                : isDomain && inspection.below(name).filter(this::isBare).isPresent();
        if (!isOfInterest) {
            return Stream.empty();
        }
        HostName example = known.isEmpty()
                ? inspection.below(name).orElseThrow()
                : known.getFirst().name();
        return Stream.of(Finding.of(
                        Code.NAME_WITHOUT_SUFFIX,
                        known.isEmpty() ? Severity.NOTE : Severity.WARNING,
                        admission.entry().origin(),
                        Words.entry(admission) + " means the host of this name alone, and no entry the hosts below it"
                                + (known.isEmpty()
                                        ? ""
                                        : ", such as " + known.getFirst().name()),
                        "add ." + name + " to the group, if they are meant as well")
                .shownBy(client(example, known)));
    }

    private Peer client(HostName name, List<KnownHost> known) {
        int last = inspection.index().everyone() - 1;
        return known.isEmpty()
                ? inspection.meeting(new Sender.Host(name), last)
                : inspection
                        .at(known.getFirst().address(), last)
                        .with(known.getFirst().reverseDns());
    }

    /** An entry none of whose hosts has a name that counts, where it has any. */
    private Stream<Finding> unverified(Admission admission, List<KnownHost> meant, Predicate<HostName> isMeant) {
        List<KnownHost> failing = meant.stream()
                .filter(host -> !(host.reverseDns() instanceof ReverseDns.Verified(var name) && isMeant.test(name)))
                .toList();
        if (failing.isEmpty()) {
            return Stream.empty();
        }
        KnownHost first = failing.getFirst();
        return Stream.of(Finding.of(
                        Code.NAME_NOT_VERIFIED,
                        Severity.WARNING,
                        admission.entry().origin(),
                        Words.entry(admission) + " is not met by " + first.name() + " at " + first.address() + ": "
                                + why(first.reverseDns())
                                + (failing.size() > 1 ? "; the same goes for " + (failing.size() - 1) + " more" : ""),
                        "mend its PTR record, or add its address to the group")
                .shownBy(inspection
                        .at(first.address(), inspection.index().everyone() - 1)
                        .with(first.reverseDns())));
    }

    private static String why(ReverseDns reverseDns) {
        return switch (reverseDns) {
            case ReverseDns.Verified(var name) -> "its PTR record leads to " + name;
            case ReverseDns.Mismatch(var name) -> "its PTR record leads to " + name + ", which does not lead back";
            case ReverseDns.NoRecord() -> "its address has no PTR record";
            case ReverseDns.TemporaryFailure(var host) -> "the look-up of its name fails";
        };
    }
}
