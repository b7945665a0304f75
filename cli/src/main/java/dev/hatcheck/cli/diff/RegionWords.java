package dev.hatcheck.cli.diff;

import dev.hatcheck.engine.Reputation;
import dev.hatcheck.engine.insight.Deciders;
import dev.hatcheck.engine.insight.Few;
import dev.hatcheck.engine.insight.Listing;
import dev.hatcheck.engine.insight.Names;
import dev.hatcheck.engine.insight.Region;
import dev.hatcheck.policies.Sender;
import dev.hatcheck.policies.address.HostName;
import dev.hatcheck.policies.address.IpRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whom a region is made of, in words; what does not matter is not mentioned, and long lists are cut. */
public final class RegionWords {
    private static final int SHOWN = 8;

    private RegionWords() {}

    /** A part for each fact that matters, all of which they have to meet: {@code 192.0.2.0/24}, {@code score -1.0}. */
    public static List<String> of(Region region) {
        Few<Reputation> reputations = region.reputations();
        List<String> facts = Stream.of(
                        addresses(region, !reputations.isAny()),
                        names(region.names()),
                        reputations.isAny() ? "" : scores(reputations.named()),
                        few("country", region.countries(), code -> code),
                        few("organisation", region.organizations(), id -> Long.toString(id.getAsLong())),
                        region.hasAnyLists() ? "" : lists(region.lists()))
                .filter(part -> !part.isEmpty())
                .toList();
        return Stream.concat(
                        facts.isEmpty() ? Stream.of("everybody") : facts.stream(),
                        region.deciders().map(RegionWords::deciders).stream())
                .toList();
    }

    private static String deciders(Deciders deciders) {
        String before = decider(deciders.before());
        String after = decider(deciders.after());
        return before.equals(after)
                ? "both tables decide by " + before
                : "the old table decides by " + before + ", the new one by " + after;
    }

    private static String decider(Optional<Sender.Fact> fact) {
        return fact.map(it -> switch (it) {
                    case ADDRESS -> "address";
                    case NAME -> "name";
                    case REPUTATION -> "score";
                    case COUNTRY -> "country";
                    case ORGANIZATION -> "organisation";
                    case DNS_LISTS -> "DNS list";
                })
                .orElse("ALL");
    }

    /** Whoever has a score has a public address. */
    private static String addresses(Region region, boolean isScored) {
        String all = region.isOfPrivate() && region.isOfPublic()
                ? "any address"
                : region.isOfPrivate() ? "any private address" : "any public address";
        if (region.hasAnyAddress()) {
            return all.equals("any address") || isScored && region.isOfPublic() ? "" : all;
        }
        List<IpRange> ranges = region.addresses();
        List<IpRange> others = region.otherAddresses();
        return others.size() < ranges.size() ? all + " but " + blocks(others) : blocks(ranges);
    }

    private static String blocks(List<IpRange> ranges) {
        // Enough blocks of so many ranges; of the rest it is the ranges that are counted.
        List<String> blocks = ranges.stream()
                .limit(SHOWN)
                .flatMap(range -> range.blocks().stream())
                .toList();
        return cut(blocks, ranges.size() > SHOWN ? ranges.size() - SHOWN : 0);
    }

    private static String names(Names names) {
        if (names.isAny()) {
            return "";
        }
        boolean anyUnverified = names.noRecord() && names.mismatch() && names.failure();
        if (anyUnverified && names.isUnverified()) {
            return "no verified name";
        }
        var words = new ArrayList<String>();
        if (names.others()) {
            words.add((anyUnverified ? "any name or none" : "any verified name")
                    + butNot(" but ", names.out())
                    + butNot(", though also ", names.in()));
        } else if (!names.isUnverified()) {
            words.add("verified as " + senders(names.in()) + butNot(", but not ", names.out()));
        }
        if (!(anyUnverified && names.others())) {
            addIf(names.noRecord(), "no PTR record", words);
            addIf(names.mismatch(), "a name that does not lead back", words);
            addIf(names.failure(), "a name whose look-up fails", words);
        }
        return String.join(" or ", words);
    }

    private static String butNot(String word, List<Sender> senders) {
        return senders.isEmpty() ? "" : word + senders(senders);
    }

    private static void addIf(boolean is, String word, List<String> words) {
        if (is) {
            words.add(word);
        }
    }

    private static String senders(List<Sender> senders) {
        return list(senders, RegionWords::name);
    }

    /** The name, with a leading dot if those below it are meant. */
    static String name(Sender sender) {
        return switch (sender) {
            case Sender.Host(var name) -> name.text();
            case Sender.PartialHost(var suffix) -> "." + suffix;
            default -> throw new IllegalArgumentException(sender + " means no names");
        };
    }

    private static String scores(List<Reputation> reputations) {
        var words = new ArrayList<String>();
        List<ScoreBand> bands = ScoreBand.of(reputations);
        if (!bands.isEmpty()) {
            words.add("score " + list(bands, ScoreBand::toString));
        }
        boolean isUnscored = reputations.contains(new Reputation.None());
        boolean isUnavailable = reputations.contains(new Reputation.Unavailable());
        addIf(isUnscored, "no score", words);
        addIf(isUnavailable && !isUnscored, "no score to be had", words);
        return String.join(" or ", words);
    }

    private static <V> String few(String fact, Few<V> few, Function<V, String> word) {
        return few.isAny()
                ? ""
                : (few.others() ? "any " + fact + " or none but " : fact + " ") + list(few.named(), word);
    }

    private static String lists(List<Listing> listings) {
        return listings.stream().map(RegionWords::listing).collect(Collectors.joining(", or "));
    }

    private static String listing(Listing listing) {
        if (listing.on().isEmpty()) {
            return "on none of the DNS lists " + list(listing.notOn(), HostName::text);
        }
        String on = "on the DNS list "
                + String.join(
                        " and on ", listing.on().stream().map(HostName::text).toList());
        return listing.notOn().isEmpty() ? on : on + " but not on " + list(listing.notOn(), HostName::text);
    }

    private static <V> String list(List<V> values, Function<V, String> word) {
        return cut(values.stream().limit(SHOWN).map(word).toList(), Math.max(0, values.size() - SHOWN));
    }

    private static String cut(List<String> words, int more) {
        int left = Math.max(0, words.size() - SHOWN) + more;
        String shown = words.stream().limit(SHOWN).collect(Collectors.joining(", "));
        return left == 0 ? shown : shown + " and " + left + " more";
    }
}
