package dev.hatcheck.engine.insight;

import dev.hatcheck.engine.Peer;
import dev.hatcheck.engine.Peers;
import dev.hatcheck.engine.Reputation;
import dev.hatcheck.engine.ReverseDns;
import dev.hatcheck.engine.connect.Admission;
import dev.hatcheck.engine.connect.HatIndex;
import dev.hatcheck.engine.session.RecipientCheck;
import dev.hatcheck.policies.AccessRule;
import dev.hatcheck.policies.ConnectionBehavior;
import dev.hatcheck.policies.HostAccessTable;
import dev.hatcheck.policies.ListenerType;
import dev.hatcheck.policies.Origin;
import dev.hatcheck.policies.PolicyDefinition;
import dev.hatcheck.policies.Recipient;
import dev.hatcheck.policies.RecipientAccessTable;
import dev.hatcheck.policies.RecipientEntry;
import dev.hatcheck.policies.Score;
import dev.hatcheck.policies.Sender;
import dev.hatcheck.policies.SenderGroup;
import dev.hatcheck.policies.StandaloneEntry;
import dev.hatcheck.policies.WrittenParameter;
import dev.hatcheck.policies.WrittenPolicy;
import dev.hatcheck.policies.address.HostName;
import dev.hatcheck.policies.address.IpRange;
import dev.hatcheck.policies.address.MailAddress;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What each finding means, in the plainest words: loops over entries, over clients and over the lines of the tables.
 *
 * <p>Each finding is {@code LINE SEVERITY code}. What undercuts TLS is told once a group, so it is not said here.
 */
final class NaiveLint {
    /**
     * What a policy does of which nothing is written: what the documents print, or is recalled of private listeners.
     */
    private static final Map<ListenerType, Map<String, String>> DEFAULTS =
            Map.of(ListenerType.PUBLIC, defaults("50", "10"), ListenerType.PRIVATE, defaults("1000", "50"));

    /** Users and domains that entries of the RAT tell apart, and others. */
    private static final List<MailAddress> RECIPIENTS = Stream.of("a", "b", "c")
            .flatMap(user -> Stream.of("", "z.")
                    .flatMap(host -> Stream.of("example", "d.example", "a.d.example", "ad.example", "other")
                            .map(domain -> new MailAddress(user, host + domain))))
            .toList();

    private static final Set<String> DO_NOTHING = Set.of("spam_check", "virus_check");

    private final Drawn drawn;
    private final HatIndex index;
    private final Naive naive;
    private final Set<Integer> deciders;
    private final List<String> found = new ArrayList<>();

    private NaiveLint(Drawn drawn) {
        this.drawn = drawn;
        this.index = drawn.engine().index();
        this.naive = drawn.naive();
        this.deciders = drawn.deciders();
    }

    private static Map<String, String> defaults(String recipients, String connections) {
        return Map.of(
                "tls", "off",
                "max_rcpts_per_msg", recipients,
                "max_rcpts_per_hour", "-1",
                "max_concurrency", connections,
                "spam_check", "on",
                "virus_check", "on");
    }

    static List<String> found(Drawn drawn) {
        var lint = new NaiveLint(drawn);
        for (int rank = 0; rank < lint.index.size(); rank++) {
            if (lint.index.admission(rank).behavior() != ConnectionBehavior.CONTINUE) {
                lint.entry(rank);
            }
        }
        lint.scores();
        lint.hat(drawn.hat());
        lint.rat(drawn.rat());
        return lint.found;
    }

    private void add(Origin where, Severity severity, String code) {
        if (where.line() > 0) {
            found.add(where.line() + " " + severity + " " + code);
        }
    }

    private void entry(int rank) {
        Admission admission = index.admission(rank);
        Origin where = admission.entry().origin();
        if (!deciders.contains(rank)) {
            dead(rank, admission);
            return;
        }
        switch (admission.entry().sender()) {
            case Sender.Host(var name) -> name(name, false, where);
            case Sender.PartialHost(var name) -> name(name, true, where);
            case Sender.ReputationRange(var low, var high) -> overlap(rank, low, high);
            default -> {} // nothing is found of other senders by themselves
        }
        if (admission.behavior() == ConnectionBehavior.RELAY) {
            relay(admission.entry().sender(), where);
        }
    }

    /** A dead entry stands in the table before, or somebody else takes its clients: to the same effect or not. */
    private void dead(int rank, Admission admission) {
        Sender sender = admission.entry().sender();
        Optional<Integer> before = entriesUpTo(rank)
                .filter(other -> index.admission(other).entry().sender().equals(sender))
                .findFirst();
        if (before.isPresent()) {
            add(
                    admission.entry().origin(),
                    isSame(admission, index.admission(before.get())) ? Severity.NOTE : Severity.WARNING,
                    "duplicate");
            return;
        }
        List<Integer> shadow = drawn.shadow(rank);
        boolean isHarmless = sender instanceof Sender.Everyone
                || !shadow.isEmpty() && shadow.stream().allMatch(other -> isSame(admission, index.admission(other)));
        add(admission.entry().origin(), isHarmless ? Severity.NOTE : Severity.WARNING, "never-decides");
    }

    private Stream<Integer> entriesUpTo(int rank) {
        return IntStream.range(0, rank)
                .filter(other -> index.admission(other).behavior() != ConnectionBehavior.CONTINUE)
                .boxed();
    }

    private boolean isSame(Admission one, Admission other) {
        return effect(one.policy().behavior(), one.policy().written())
                .equals(effect(other.policy().behavior(), other.policy().written()));
    }

    private String effect(ConnectionBehavior behavior, WrittenPolicy written) {
        var values = new TreeMap<>(DEFAULTS.get(drawn.type()));
        written.parameters().forEach(line -> values.put(line.keyword(), line.text()));
        return behavior + " " + values;
    }

    private void name(HostName name, boolean isSuffix, Origin where) {
        if (drawn.hosts().isPresent()) {
            nameBesideHosts(name, isSuffix, where, drawn.hosts().get());
        } else if (isSuffix && name.text().contains(".") && isNobodys(name.text())) {
            add(where, Severity.NOTE, "suffix-without-name");
        } else if (!isSuffix && name.text().matches("[^.]+\\.[^.]+") && isNobodys("fresh-label." + name.text())) {
            add(where, Severity.NOTE, "name-without-suffix");
        }
    }

    private void nameBesideHosts(HostName name, boolean isSuffix, Origin where, List<KnownHost> hosts) {
        List<KnownHost> itself =
                hosts.stream().filter(host -> host.name().equals(name)).toList();
        List<KnownHost> below = hosts.stream()
                .filter(host -> host.name().text().endsWith("." + name.text()))
                .toList();
        if (isSuffix
                && name.text().contains(".")
                && itself.stream().anyMatch(NaiveLint::isVerified)
                && isNobodys(name.text())) {
            add(where, Severity.WARNING, "suffix-without-name");
        }
        if (!isSuffix
                && below.stream()
                        .anyMatch(host ->
                                isVerified(host) && isNobodys(host.name().text()))) {
            add(where, Severity.WARNING, "name-without-suffix");
        }
        Sender sender = isSuffix ? new Sender.PartialHost(name) : new Sender.Host(name);
        boolean isMissed = (isSuffix ? below : itself)
                .stream().anyMatch(host -> !Naive.meets(Peer.of(host.address()).with(host.reverseDns()), sender));
        if (isMissed) {
            add(where, Severity.WARNING, "name-not-verified");
        }
    }

    private static boolean isVerified(KnownHost host) {
        return host.reverseDns() instanceof ReverseDns.Verified(var name) && name.equals(host.name());
    }

    private boolean isNobodys(String name) {
        Peer client = Peer.of(Peers.address("192.0.2.1")).with(new ReverseDns.Verified(new HostName(name)));
        return drawn.met(client, 1).isEmpty();
    }

    private void overlap(int rank, Score low, Score high) {
        List<Integer> others = new ArrayList<>();
        for (int tenths = low.tenths(); tenths <= high.tenths(); tenths++) {
            drawn.met(scored(tenths), 2).stream()
                    .findFirst()
                    .filter(first -> first < rank)
                    .ifPresent(others::add);
        }
        if (others.size() > 1) {
            boolean isSame = others.stream().allMatch(other -> isSame(index.admission(rank), index.admission(other)));
            add(index.admission(rank).entry().origin(), isSame ? Severity.NOTE : Severity.WARNING, "score-overlap");
        }
    }

    private static Peer scored(int tenths) {
        return reputed(new Reputation.Scored(new Score(tenths)));
    }

    private static Peer reputed(Reputation reputation) {
        Peer peer = Peer.of(Peers.address("192.0.2.1"));
        return new Peer(peer.address(), peer.reverseDns(), reputation, peer.country(), peer.organization());
    }

    /** Runs of scores that no entry means, where one about scores is there at all. */
    private void scores() {
        Optional<Origin> last = entriesUpTo(index.size())
                .map(index::admission)
                .filter(it -> it.entry().sender() instanceof Sender.ReputationRange)
                .map(it -> it.entry().origin())
                .reduce((one, other) -> other);
        if (last.isEmpty() || !drawn.asks()) {
            return;
        }
        var bare = new StringBuilder();
        for (int tenths = -100; tenths <= 100; tenths++) {
            bare.append(drawn.met(scored(tenths), 2).isEmpty() ? '.' : 'x');
        }
        for (MatchResult gap : Pattern.compile("\\.+").matcher(bare).results().toList()) {
            boolean isInside = gap.start() > 0 && gap.end() < bare.length();
            add(last.get(), isInside ? Severity.WARNING : Severity.NOTE, "score-gap");
        }
        if (drawn.met(reputed(new Reputation.None()), 2).isEmpty()) {
            add(last.get(), Severity.NOTE, "score-gap");
        }
    }

    private void relay(Sender sender, Origin where) {
        switch (sender) {
            case Sender.Everyone e -> add(where, Severity.ERROR, "all-relays");
            case Sender.Address(var range) -> {
                int own = range.first().isV4() ? 24 : 96;
                if (size(range).bitLength() > own + 1 || size(range).compareTo(BigInteger.TWO.pow(own)) > 0) {
                    add(where, Severity.ERROR, "open-relay");
                }
            }
            case Sender.Host h -> {}
            case Sender.Organization o -> {}
            case Sender.PartialHost(var suffix) -> {
                if (!suffix.text().contains(".")) {
                    add(where, Severity.ERROR, "open-relay");
                }
            }
            default -> add(where, Severity.ERROR, "open-relay"); // whoever it happens to be
        }
    }

    private static BigInteger size(IpRange range) {
        return new BigInteger(1, range.last().bytes())
                .subtract(new BigInteger(1, range.first().bytes()))
                .add(BigInteger.ONE);
    }

    private void hat(HostAccessTable hat) {
        Map<String, List<PolicyDefinition>> alike = new LinkedHashMap<>();
        List<String> uses = new ArrayList<>();
        for (HostAccessTable.Line line : hat.lines()) {
            switch (line) {
                case PolicyDefinition it -> {
                    policy(it.policy(), it.origin());
                    alike.computeIfAbsent(effect(it.policy().behavior(), it.policy()), effect -> new ArrayList<>())
                            .add(it);
                }
                case SenderGroup group -> {
                    if (group.members().isEmpty()) {
                        add(group.origin(), Severity.NOTE, "empty-group");
                    }
                    rule(group.rule(), uses);
                }
                case StandaloneEntry entry -> rule(entry.rule(), uses);
                default -> {} // a comment
            }
        }
        for (List<PolicyDefinition> same : alike.values()) {
            if (same.size() > 1) {
                add(same.getLast().origin(), Severity.NOTE, "equal-policies");
            }
            for (PolicyDefinition policy : same) {
                boolean comesWithEveryListener = List.of("ACCEPTED", "BLOCKED", "TRUSTED", "THROTTLED", "RELAYED")
                        .contains(policy.name());
                if (!uses.contains(policy.name()) && !comesWithEveryListener) {
                    add(policy.origin(), Severity.NOTE, "unused-policy");
                }
            }
        }
    }

    private void rule(AccessRule rule, List<String> uses) {
        switch (rule) {
            case AccessRule.Named named -> uses.add(named.policy());
            case AccessRule.Inline inline -> policy(inline.policy(), inline.origin());
        }
    }

    private void policy(WrittenPolicy policy, Origin where) {
        var written = new TreeMap<String, String>();
        policy.parameters().forEach(line -> written.put(line.keyword(), line.text()));
        if (written.keySet().stream().anyMatch(DO_NOTHING::contains)) {
            add(where, Severity.NOTE, "not-enforced");
        }
        boolean accepts =
                policy.behavior() == ConnectionBehavior.ACCEPT || policy.behavior() == ConnectionBehavior.RELAY;
        if (accepts) {
            String usually = DEFAULTS.get(drawn.type()).get("max_rcpts_per_msg");
            contradiction(
                    written.getOrDefault("max_rcpts_per_msg", usually),
                    written.getOrDefault("max_rcpts_per_hour", "-1"),
                    where);
            contradiction(written.get("max_concurrency"), drawn.connections(), where);
        }
    }

    private void contradiction(String allowed, String most, Origin where) {
        if (allowed != null && !most.equals("-1") && Integer.parseInt(allowed) > Integer.parseInt(most)) {
            add(where, Severity.NOTE, "limits-contradict");
        }
    }

    /** Of users and domains that stand for all, each earlier entry is asked whether it means all that a later one does. */
    private void deadRecipients(List<RecipientEntry> entries) {
        for (int later = 0; later < entries.size(); later++) {
            Recipient recipient = entries.get(later).recipient();
            List<RecipientEntry> before = entries.subList(0, later);
            if (before.stream().noneMatch(other -> other.recipient().equals(recipient))) {
                before.stream()
                        .filter(other -> RECIPIENTS.stream()
                                .filter(one -> RecipientCheck.meets(recipient, one))
                                .allMatch(one -> RecipientCheck.meets(other.recipient(), one)))
                        .findFirst()
                        .ifPresent(taker -> addDead(entries.get(before.size()), taker));
            }
        }
    }

    private void addDead(RecipientEntry dead, RecipientEntry taker) {
        boolean same =
                dead.accepts() == taker.accepts() && texts(dead.parameters()).equals(texts(taker.parameters()));
        add(dead.origin(), same ? Severity.NOTE : Severity.WARNING, "never-decides");
    }

    private static Set<String> texts(List<WrittenParameter> parameters) {
        return parameters.stream().map(it -> it.keyword() + it.text()).collect(Collectors.toSet());
    }

    private void rat(RecipientAccessTable rat) {
        deadRecipients(rat.entries());
        Map<String, Origin> first = new LinkedHashMap<>();
        for (RecipientEntry entry : rat.entries()) {
            for (WrittenParameter parameter : entry.parameters()) {
                if (parameter.keyword().equals("bypass_ldap_accept")
                        || parameter.keyword().startsWith("smtp_response") && entry.accepts()) {
                    first.putIfAbsent(parameter.keyword(), entry.origin());
                }
            }
        }
        first.values().forEach(where -> add(where, Severity.NOTE, "not-enforced"));
        Optional<RecipientEntry> all = rat.entries().stream()
                .filter(entry -> entry.recipient() instanceof Recipient.Everyone)
                .findFirst();
        boolean isAnybodyAccepted =
                deciders.stream().anyMatch(rank -> index.admission(rank).behavior() == ConnectionBehavior.ACCEPT);
        boolean isTableInUse = drawn.type() == ListenerType.PUBLIC;
        if (isTableInUse && all.isPresent() && all.get().accepts() && isAnybodyAccepted) {
            add(all.get().origin(), Severity.ERROR, "open-relay");
        }
    }
}
