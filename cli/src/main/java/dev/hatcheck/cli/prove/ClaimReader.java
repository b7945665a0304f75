package dev.hatcheck.cli.prove;

import dev.hatcheck.cli.prove.ClaimWords.Word;
import dev.hatcheck.engine.insight.Claim;
import dev.hatcheck.engine.insight.Meant;
import dev.hatcheck.engine.insight.Treatment;
import dev.hatcheck.policies.HostAccessTable;
import dev.hatcheck.policies.Origin;
import dev.hatcheck.policies.Sender;
import dev.hatcheck.policies.text.Reading;
import dev.hatcheck.policies.text.SyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Reads a claim; what may stand in one is told in {@code docs/prove.md}. */
final class ClaimReader {
    private final ClaimWords words;
    private final ClaimNames names;
    private final List<Sender> senders = new ArrayList<>();
    private final Set<String> within = new HashSet<>();
    private final Set<String> except = new HashSet<>();
    private Meant meant = Meant.everybody();
    private boolean isByName;

    private ClaimReader(ClaimWords words, HostAccessTable hat) {
        this.words = words;
        this.names = new ClaimNames(words, hat);
    }

    /**
     * The claim of a text about a table, and what is doubtful about it.
     *
     * @throws SyntaxException with the first thing in it that cannot be read
     */
    static Reading<WrittenClaim> read(String text, Origin origin, HostAccessTable hat) {
        var reader = new ClaimReader(new ClaimWords(text, origin), hat);
        Optional<Path> zone = Optional.empty();
        Claim claim;
        if (reader.words.take("zone-hosts")) {
            zone = Optional.of(reader.file(reader.words.any("a zone file")));
            claim = reader.predicate(true);
        } else if (reader.words.take("only")) {
            reader.leaveOut();
            claim = reader.claim(reader.treatment(), false);
        } else if (reader.words.take("nobody")) {
            reader.who();
            claim = reader.predicate(false);
        } else if (reader.words.take("everybody")) {
            reader.who();
            claim = reader.predicate(true);
        } else if (reader.who()) {
            claim = reader.predicate(true);
        } else {
            throw reader.words.problem();
        }
        reader.words.expectEnd();
        return new Reading<>(
                new WrittenClaim(text.strip(), origin, zone, reader.isByName, claim), reader.names.warnings());
    }

    private Path file(Word word) {
        try {
            return Path.of(word.text());
        } catch (InvalidPathException impossible) {
            throw words.problem(word, "found \"" + word.text() + "\", expected a zone file");
        }
    }

    /** Whom the claim is about, each phrase fewer of them; answers whether there was any. */
    private boolean who() {
        boolean any = false;
        while (phrase()) {
            any = true;
        }
        return any;
    }

    private boolean phrase() {
        if (words.take("from")) {
            onlyAnyOf("an address, a block or a range, as in 192.0.2.0/24", Sender.Address.class::isInstance);
        } else if (words.take("host")) {
            isByName = true;
            onlyAnyOf(
                    "a host name, or one with a leading dot for all names below it",
                    sender -> sender instanceof Sender.Host || sender instanceof Sender.PartialHost);
        } else if (words.take("unverified")) {
            meant = meant.unverified();
        } else if (words.take("score")) {
            Word word = words.any("two scores as in -3.0:10.0, or none");
            only(List.of(names.sender(word, "sbrs[" + word.text() + "]")));
        } else if (words.take("country")) {
            Word word = words.any("the two letters of a country");
            only(List.of(names.sender(word, "geo[" + word.text() + "]")));
        } else if (words.take("in")) {
            within.add(names.group(words.any("a sender group")));
        } else {
            return false;
        }
        return true;
    }

    private void onlyAnyOf(String expected, Predicate<Sender> isOfThisKind) {
        var any = new ArrayList<Sender>();
        do {
            Word word = words.any(expected);
            Sender sender = names.sender(word, word.text());
            if (!isOfThisKind.test(sender)) {
                throw words.problem(word, "found \"" + word.text() + "\", expected " + expected);
            }
            any.add(sender);
        } while (words.take(","));
        only(any);
    }

    private void only(List<Sender> any) {
        senders.addAll(any);
        meant = meant.anyOf(any);
    }

    /** Groups, addresses and names that the claim is not about. */
    private void leaveOut() {
        do {
            Word word = words.any("a sender group, an address or a host name");
            if (names.isGroup(word)) {
                except.add(word.text());
            } else {
                Sender sender = names.senderNotGroup(word);
                senders.add(sender);
                meant = meant.noneOf(List.of(sender));
            }
        } while (words.take(","));
    }

    private Claim predicate(boolean everybody) {
        Treatment treatment = treatment();
        if (words.take("except")) {
            leaveOut();
        }
        return claim(treatment, everybody);
    }

    private Claim claim(Treatment treatment, boolean everybody) {
        return new Claim(meant, senders, within, except, treatment, everybody);
    }

    private Treatment treatment() {
        if (words.take("requires") || words.takeSilently("require")) {
            words.expect("tls");
            return new Treatment.RequiresTls();
        }
        if (words.take("relays") || words.takeSilently("relay")) {
            return new Treatment.Relays();
        }
        if (words.take("uses") || words.takeSilently("use")) {
            return new Treatment.UsesPolicy(names.policy(words.any("a policy, as in $ACCEPTED")));
        }
        if (words.take("is") || words.takeSilently("are")) {
            return state();
        }
        throw words.problem();
    }

    private Treatment state() {
        if (words.take("refused")) {
            return new Treatment.Refused();
        }
        if (words.take("in")) {
            return new Treatment.InGroup(names.group(words.any("a sender group")));
        }
        words.expect("accepted");
        if (words.take("without")) {
            words.expect("tls");
            return new Treatment.AcceptedWithoutTls();
        }
        return new Treatment.Accepted();
    }
}
