package dev.hatcheck.policies.text;

import dev.hatcheck.policies.Ascii;
import dev.hatcheck.policies.CountryCode;
import dev.hatcheck.policies.Esa;
import dev.hatcheck.policies.Score;
import dev.hatcheck.policies.Sender;
import dev.hatcheck.policies.address.HostName;
import java.util.Optional;

/** Reads the senders that are written as a keyword and a value in brackets: scores, countries and DNS lists. */
final class BracketedSenderReader {
    private final Problems problems;

    BracketedSenderReader(Problems problems) {
        this.problems = problems;
    }

    /** The sender that a word writes, whose text in lower case has a bracket. */
    Optional<Sender> read(Token word, String text) {
        if (!text.endsWith("]")) {
            return problems.refuse(word, Shown.of(word.text()) + " ends without \"]\"");
        }
        int bracket = text.indexOf('[');
        String value = word.text().substring(bracket + 1, text.length() - 1);
        return switch (text.substring(0, bracket)) {
            case "sbrs" ->
                Ascii.lowerCase(value).equals("none") ? Optional.of(new Sender.NoReputation()) : scores(word, value);
            case "geo" -> country(word, value);
            case "dnslist" -> dnsList(word, value);
            default ->
                problems.refuse(
                        word,
                        "brackets follow sbrs, geo or dnslist, not "
                                + Shown.of(word.text().substring(0, bracket)));
        };
    }

    /** A range of scores is two scores from -10.0 to 10.0, the lower first; a score may have a decimal. */
    @Esa({"UG912-4", "CLI75"})
    private Optional<Sender> scores(Token word, String value) {
        int colon = value.indexOf(':');
        Optional<Score> low = colon < 0 ? Optional.empty() : Score.read(value.substring(0, colon));
        Optional<Score> high = colon < 0 ? Optional.empty() : Score.read(value.substring(colon + 1));
        if (low.isEmpty() || high.isEmpty()) {
            return problems.refuse(
                    word,
                    "sbrs[...] takes none, or two scores from -10.0 to 10.0 as in sbrs[-3.0:-1.0], not "
                            + Shown.of(word.text()));
        }
        if (low.get().compareTo(high.get()) > 0) {
            return problems.refuse(
                    word,
                    Shown.of(word.text()) + " runs backwards: write \"sbrs[" + high.get() + ":" + low.get() + "]\"");
        }
        return Optional.of(new Sender.ReputationRange(low.get(), high.get()));
    }

    private Optional<Sender> country(Token word, String value) {
        Optional<CountryCode> code = CountryCode.read(value);
        return code.isEmpty()
                ? problems.refuse(
                        word, "geo[...] takes the two letters of a country in ISO 3166, not " + Shown.of(value))
                : code.map(country -> new Sender.Country(country.letters()));
    }

    private Optional<Sender> dnsList(Token word, String value) {
        Optional<HostName> zone = HostName.read(value);
        if (zone.isEmpty()) {
            return problems.refuse(word, "dnslist[...] takes the domain of a DNS list, not " + Shown.of(value));
        }
        return zone.map(Sender.DnsList::new);
    }
}
