package dev.hatcheck.policies.text;

import dev.hatcheck.policies.AccessRule;
import dev.hatcheck.policies.Comment;
import dev.hatcheck.policies.ConnectionBehavior;
import dev.hatcheck.policies.Entry;
import dev.hatcheck.policies.HostAccessTable;
import dev.hatcheck.policies.ListenerType;
import dev.hatcheck.policies.Note;
import dev.hatcheck.policies.Origin;
import dev.hatcheck.policies.Parameter;
import dev.hatcheck.policies.PolicyDefinition;
import dev.hatcheck.policies.PolicyParameters;
import dev.hatcheck.policies.Recipient;
import dev.hatcheck.policies.RecipientAccessTable;
import dev.hatcheck.policies.RecipientEntry;
import dev.hatcheck.policies.Sender;
import dev.hatcheck.policies.SenderGroup;
import dev.hatcheck.policies.StandaloneEntry;
import dev.hatcheck.policies.WrittenParameter;
import dev.hatcheck.policies.WrittenPolicy;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;

/** Draws sound tables from a seed: every form of everything, in any order. */
final class RandomTables {
    private static final Origin NOWHERE = Origin.of("drawn", 0);
    private static final List<String> REMARKS = List.of(
            "", "a note", "it's \"quoted\"", "(nested (twice))", " # no comment ", "tls = \"on\" }", "ü, {", "$X:");
    private static final List<String> TEXTS =
            List.of("", "hello", "two words", "\"", "\\", "a\\n\nb\r", "$Hostname {}()=#,", "\u00a0ü\t");

    private final Random random;
    private final RandomSenders senders;

    RandomTables(long seed) {
        random = new Random(seed);
        senders = new RandomSenders(random);
    }

    HostAccessTable hat() {
        int policies = random.nextInt(4);
        var lines = new ArrayList<HostAccessTable.Line>();
        for (int i = 0; i < policies; i++) {
            lines.add(new PolicyDefinition("P" + i, policy(), note(), NOWHERE));
        }
        for (int i = random.nextInt(5); i > 0; i--) {
            lines.add(random.nextInt(lines.size() + 1), group("GROUP_" + i, policies));
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            lines.add(random.nextInt(lines.size() + 1), new StandaloneEntry(senders.entry(note()), rule(policies)));
        }
        if (random.nextBoolean()) {
            var all = new Entry(new Sender.Everyone(), "ALL", note(), NOWHERE);
            lines.add(new StandaloneEntry(all, new AccessRule.Inline(reject(), note(), NOWHERE)));
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            lines.add(random.nextInt(lines.size() + 1), comment());
        }
        return new HostAccessTable(lines);
    }

    RecipientAccessTable rat() {
        var lines = new ArrayList<RecipientAccessTable.Line>();
        for (int i = random.nextInt(8); i > 0; i--) {
            lines.add(random.nextInt(4) == 0 ? comment() : recipient(i));
        }
        lines.add(new RecipientEntry(new Recipient.Everyone(), "ALL", false, List.of(), NOWHERE));
        return new RecipientAccessTable(lines);
    }

    private RecipientEntry recipient(int i) {
        String domain = random.nextBoolean() ? "[192.0.2." + i + "]" : "d" + i + ".example";
        String user = "u+" + i;
        boolean accepts = random.nextBoolean();
        List<WrittenParameter> parameters = recipientParameters();
        return switch (random.nextInt(4)) {
            case 0 ->
                new RecipientEntry(
                        new Recipient.Mailbox(user, domain), user + "@" + domain, accepts, parameters, NOWHERE);
            case 1 -> new RecipientEntry(new Recipient.User(user), user + "@", accepts, parameters, NOWHERE);
            case 2 -> new RecipientEntry(new Recipient.Domain(domain), domain, accepts, parameters, NOWHERE);
            default ->
                new RecipientEntry(
                        new Recipient.PartialDomain("d" + i + ".example"),
                        ".d" + i + ".example",
                        accepts,
                        parameters,
                        NOWHERE);
        };
    }

    private List<WrittenParameter> recipientParameters() {
        var all = List.of(
                new WrittenParameter("smtp_response_code", "553", false, NOWHERE),
                new WrittenParameter("smtp_response_text", any(TEXTS), true, NOWHERE),
                new WrittenParameter("bypass_ldap_accept", "", false, NOWHERE),
                new WrittenParameter("bypass_everything", "", false, NOWHERE));
        return all.stream().filter(parameter -> random.nextInt(3) == 0).toList();
    }

    private SenderGroup group(String name, int policies) {
        var seen = new HashSet<Sender>();
        var lines = new ArrayList<SenderGroup.Line>();
        for (int i = random.nextInt(8); i > 0; i--) {
            Entry entry = senders.entry(note());
            if (random.nextInt(6) == 0) {
                lines.add(comment());
            } else if (seen.add(entry.sender())) {
                lines.add(entry);
            }
        }
        return new SenderGroup(name, lines, rule(policies), NOWHERE);
    }

    private AccessRule rule(int policies) {
        return policies > 0 && random.nextBoolean()
                ? new AccessRule.Named("P" + random.nextInt(policies), note(), NOWHERE)
                : new AccessRule.Inline(policy(), note(), NOWHERE);
    }

    private WrittenPolicy policy() {
        var lines = new ArrayList<WrittenPolicy.Line>();
        for (Parameter<?> parameter : PolicyParameters.all()) {
            if (random.nextInt(8) == 0) {
                lines.add(written(parameter));
            }
        }
        if (random.nextInt(6) == 0) {
            lines.add(new WrittenParameter("unheard_of", any(TEXTS), true, NOWHERE));
            lines.add(new WrittenParameter("unseen.too", "5k", false, NOWHERE));
        }
        if (random.nextInt(6) == 0) {
            lines.add(random.nextInt(lines.size() + 1), comment());
        }
        return new WrittenPolicy(any(List.of(ConnectionBehavior.values())), lines);
    }

    private <T> WrittenParameter written(Parameter<T> parameter) {
        boolean free = parameter.form().read("any text at all").isPresent();
        String text = free ? any(TEXTS) : parameter.form().write(parameter.builtIn(ListenerType.PUBLIC));
        return new WrittenParameter(parameter.keyword(), text, !parameter.form().isNumber(), NOWHERE);
    }

    private static WrittenPolicy reject() {
        return new WrittenPolicy(ConnectionBehavior.REJECT, List.of());
    }

    private Comment comment() {
        return new Comment(any(REMARKS));
    }

    private Optional<Note> note() {
        return sometimes(() -> new Note(any(REMARKS)));
    }

    private <T> Optional<T> sometimes(Supplier<T> value) {
        return random.nextInt(3) == 0 ? Optional.of(value.get()) : Optional.empty();
    }

    private <T> T any(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
