package dev.hatcheck.policies.text;

import dev.hatcheck.policies.Ascii;
import dev.hatcheck.policies.Esa;
import dev.hatcheck.policies.Score;
import dev.hatcheck.policies.Sender;
import dev.hatcheck.policies.address.HostName;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads the senders that are written as a keyword and a value in brackets: scores, countries and DNS lists. */
final class BracketedSenderReader {
    private static final Pattern SCORE = Pattern.compile("(-?)([0-9]{1,2})(?:\\.([0-9]))?");
    private static final Map<String, String> COUNTRIES =
            Arrays.stream(Locale.getISOCountries()).collect(Collectors.toMap(Ascii::lowerCase, Function.identity()));

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
        String value = text.substring(bracket + 1, text.length() - 1);
        return switch (text.substring(0, bracket)) {
            case "sbrs" -> value.equals("none") ? Optional.of(new Sender.NoReputation()) : scores(word, value);
            case "geo" -> country(word, value);
            case "dnslist" -> dnsList(word, value);
            default ->
                problems.refuse(
                        word,
                        "brackets follow sbrs, geo or dnslist, not "
                                + Shown.of(word.text().substring(0, bracket)));
        };
    }

    @Esa({"UG912-4", "CLI75"})
    private Optional<Sender> scores(Token word, String value) {
        int colon = value.indexOf(':');
        Optional<Score> low = colon < 0 ? Optional.empty() : score(value.substring(0, colon));
        Optional<Score> high = colon < 0 ? Optional.empty() : score(value.substring(colon + 1));
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

    private static Optional<Score> score(String text) {
        Matcher score = SCORE.matcher(text);
        if (!score.matches()) {
            return Optional.empty();
        }
        int tenths =
                Integer.parseInt(score.group(2)) * 10 + (score.group(3) == null ? 0 : Integer.parseInt(score.group(3)));
        return tenths > 100
                ? Optional.empty()
                : Optional.of(new Score(score.group(1).isEmpty() ? tenths : -tenths));
    }

    private Optional<Sender> country(Token word, String value) {
        String code = COUNTRIES.get(value);
        return code == null
                ? problems.refuse(
                        word, "geo[...] takes the two letters of a country in ISO 3166, not " + Shown.of(value))
                : Optional.of(new Sender.Country(code));
    }

    private Optional<Sender> dnsList(Token word, String value) {
        Optional<HostName> zone = HostName.read(value);
        if (zone.isEmpty()) {
            return problems.refuse(word, "dnslist[...] takes the domain of a DNS list, not " + Shown.of(value));
        }
        problems.warning(word, "DNS lists are not asked yet: " + Shown.of(word.text()) + " never matches");
        return zone.map(Sender.DnsList::new);
    }
}
