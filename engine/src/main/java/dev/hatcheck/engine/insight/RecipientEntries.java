package dev.hatcheck.engine.insight;

import dev.hatcheck.policies.Parameter;
import dev.hatcheck.policies.RecipientAccessTable;
import dev.hatcheck.policies.RecipientEntry;
import dev.hatcheck.policies.RecipientParameters;
import dev.hatcheck.policies.WrittenParameter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What entries of the RAT say that is kept here and does nothing; each thing once, where it stands first. */
final class RecipientEntries {
    private static final String RESPONSE = "a response to a recipient that is accepted";

    private RecipientEntries() {}

    static Stream<Finding> in(RecipientAccessTable rat) {
        Map<String, List<RecipientEntry>> kept = new LinkedHashMap<>();
        for (RecipientEntry entry : rat.entries()) {
            ofEntry(entry)
                    .forEach(what -> kept.computeIfAbsent(what, first -> new ArrayList<>())
                            .add(entry));
        }
        return kept.entrySet().stream().map(it -> finding(it.getKey(), it.getValue()));
    }

    private static Stream<String> ofEntry(RecipientEntry entry) {
        Stream<String> parameters = entry.parameters().stream()
                .map(WrittenParameter::keyword)
                .flatMap(keyword -> RecipientParameters.of(keyword).stream())
                .filter(parameter -> !parameter.isEnforced())
                .map(Parameter::keyword);
        boolean isResponseKept =
                entry.accepts() && entry.parameters().stream().anyMatch(RecipientParameters::isResponse);
        return Stream.concat(parameters, isResponseKept ? Stream.of(RESPONSE) : Stream.empty())
                .distinct();
    }

    private static Finding finding(String what, List<RecipientEntry> entries) {
        RecipientEntry first = entries.getFirst();
        int others = entries.size() - 1;
        return Finding.of(
                Code.NOT_ENFORCED,
                Severity.NOTE,
                first.origin(),
                first.written() + " of the RAT has " + what + ", which is kept here and does nothing"
                        + (others == 0 ? "" : "; the same goes for " + others + " more"),
                "nothing, if the appliance is to have it; do not expect it of tests");
    }
}
