package dev.hatcheck.cli.prove;

import dev.hatcheck.cli.prove.ClaimWords.Word;
import dev.hatcheck.policies.HostAccessTable;
import dev.hatcheck.policies.PolicyDefinition;
import dev.hatcheck.policies.Sender;
import dev.hatcheck.policies.SenderGroup;
import dev.hatcheck.policies.text.Problem;
import dev.hatcheck.policies.text.Reading;
import dev.hatcheck.policies.text.SenderText;
import dev.hatcheck.policies.text.SyntaxException;
import dev.hatcheck.policies.text.Warning;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What words of a claim name: groups and policies of the table, and senders as the table writes them. */
final class ClaimNames {
    private static final int SHOWN = 8;

    private final ClaimWords words;
    private final Set<String> groups = new LinkedHashSet<>();
    private final Set<String> policies = new LinkedHashSet<>();
    private final List<Warning> warnings = new ArrayList<>();

    ClaimNames(ClaimWords words, HostAccessTable hat) {
        this.words = words;
        for (HostAccessTable.Line line : hat.lines()) {
            if (line instanceof SenderGroup group) {
                groups.add(group.name());
            } else if (line instanceof PolicyDefinition policy) {
                policies.add(policy.name());
            }
        }
    }

    /** What is doubtful about the senders that were read. */
    List<Warning> warnings() {
        return List.copyOf(warnings);
    }

    boolean isGroup(Word word) {
        return groups.contains(word.text());
    }

    String group(Word word) {
        if (!isGroup(word)) {
            throw unknown(word, "sender group", "", groups);
        }
        return word.text();
    }

    String policy(Word word) {
        String name = word.text().startsWith("$") ? word.text().substring(1) : word.text();
        if (!policies.contains(name)) {
            throw unknown(word, "policy", "$", policies);
        }
        return name;
    }

    private SyntaxException unknown(Word word, String kind, String mark, Set<String> known) {
        String mend = SenderText.mend(word.text().replace("$", ""), known);
        String listed = String.join(
                        ", ",
                        known.stream().limit(SHOWN).map(name -> mark + name).toList())
                + (known.size() > SHOWN ? ", ..." : "");
        return words.problem(
                word,
                "found \"" + word.text() + "\", expected a " + kind + " of the table"
                        + (known.isEmpty() ? ", which has none" : " (" + listed + ")") + mend);
    }

    /** The sender of a word that could also have named a group. */
    Sender senderNotGroup(Word word) {
        if (word.text().matches("[^.:\\[\\]]+") && !word.text().matches("[0-9].*")) {
            throw unknown(
                    word, "sender group, an address or a host name; as it has no dot, a sender group", "", groups);
        }
        Sender sender = sender(word, word.text());
        return switch (sender) {
            case Sender.DnsList d ->
                throw words.problem(
                        word,
                        "found \"" + word.text()
                                + "\", expected a sender that is no DNS list: claims do not speak of those");
            case Sender.Everyone e ->
                throw words.problem(word, "found \"" + word.text() + "\", expected not everybody");
            case Sender.Address s -> sender;
            case Sender.Host s -> sender;
            case Sender.PartialHost s -> sender;
            case Sender.ReputationRange s -> sender;
            case Sender.NoReputation s -> sender;
            case Sender.Organization s -> sender;
            case Sender.Country s -> sender;
            case Sender.NoPtrRecord s -> sender;
            case Sender.PtrLookupFails s -> sender;
            case Sender.PtrDoesNotMatch s -> sender;
        };
    }

    /** The sender that a word stands for. */
    Sender sender(Word word, String spelled) {
        try {
            Reading<Sender> reading = SenderText.read(spelled, words.origin(), word.column());
            warnings.addAll(reading.warnings());
            return reading.value();
        } catch (SyntaxException wrong) {
            Problem first = wrong.problems().getFirst();
            throw words.problem(word, "found \"" + word.text() + "\": " + first.message());
        }
    }
}
