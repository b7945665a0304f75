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
        return sender.fact().map(Words::fact).orElse("everybody");
    }

    static String fact(Sender.Fact fact) {
        return switch (fact) {
            case ADDRESS -> "addresses";
            case NAME -> "names";
            case REPUTATION -> "scores";
            case COUNTRY -> "countries";
            case ORGANIZATION -> "organisations";
            case DNS_LISTS -> "DNS lists";
        };
    }
}
