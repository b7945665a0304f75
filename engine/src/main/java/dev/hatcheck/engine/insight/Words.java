package dev.hatcheck.engine.insight;

import dev.hatcheck.engine.connect.Admission;
import dev.hatcheck.policies.Origin;
import dev.hatcheck.policies.Sender;
import java.util.List;
import java.util.stream.Collectors;

/** How findings name what they are about. */
final class Words {
    private Words() {}

    /** As in {@code .example.com of PARTNERS}. */
    static String entry(Admission admission) {
        return admission.entry().written()
                + admission.group().map(group -> " of " + group).orElse("");
    }

    /** As in {@code .example.com of PARTNERS (line 12)}. */
    static String placed(Admission admission) {
        Origin origin = admission.entry().origin();
        return entry(admission) + (origin.line() == 0 ? "" : " (line " + origin.line() + ")");
    }

    /** Several, with {@code and}. */
    static String placed(List<Admission> admissions, boolean more) {
        List<String> words = admissions.stream().map(Words::placed).toList();
        return more ? String.join(", ", words) + " and others" : joined(words);
    }

    static String joined(List<String> words) {
        int last = words.size() - 1;
        return last == 0
                ? words.getFirst()
                : words.stream().limit(last).collect(Collectors.joining(", ")) + " and " + words.get(last);
    }

    static List<Origin> origins(List<Admission> admissions) {
        return admissions.stream().map(admission -> admission.entry().origin()).toList();
    }

    /** What a sender asks about. */
    static String fact(Sender sender) {
        return switch (sender) {
            case Sender.Address a -> "addresses";
            case Sender.Host h -> "names";
            case Sender.PartialHost p -> "names";
            case Sender.NoPtrRecord n -> "names";
            case Sender.PtrLookupFails f -> "names";
            case Sender.PtrDoesNotMatch m -> "names";
            case Sender.ReputationRange r -> "scores";
            case Sender.NoReputation n -> "scores";
            case Sender.Country c -> "countries";
            case Sender.Organization o -> "organisations";
            case Sender.DnsList d -> "DNS lists";
            case Sender.Everyone e -> "everybody";
        };
    }
}
