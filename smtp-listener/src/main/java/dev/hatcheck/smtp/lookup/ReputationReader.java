package dev.hatcheck.smtp.lookup;

import dev.hatcheck.engine.Country;
import dev.hatcheck.engine.Reputation;
import dev.hatcheck.policies.Ascii;
import dev.hatcheck.policies.CountryCode;
import dev.hatcheck.policies.Origin;
import dev.hatcheck.policies.Score;
import dev.hatcheck.policies.address.IpRange;
import dev.hatcheck.policies.text.Problem;
import dev.hatcheck.policies.text.SyntaxException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Reads a reputation table and gathers everything that is wrong with it. */
final class ReputationReader {
    private static final Pattern WORD = Pattern.compile("\\S+");
    private static final Pattern ORGANIZATION = Pattern.compile("(?i)org=([0-9]{1,18})");

    private final String file;
    private final Map<Block, Listing> listings = new HashMap<>();
    private final Map<Block, Integer> lines = new HashMap<>();
    private final List<Problem> problems = new ArrayList<>();
    private int line;

    private ReputationReader(String file) {
        this.file = file;
    }

    static FixedReputation read(String text, String file) {
        var reader = new ReputationReader(file);
        text.lines().forEach(reader::readLine);
        if (!reader.problems.isEmpty()) {
            throw new SyntaxException(reader.problems);
        }
        return new FixedReputation(reader.listings);
    }

    private void readLine(String text) {
        line++;
        Deque<Word> words = new ArrayDeque<>(
                WORD.matcher(text.split("#", 2)[0]).results().map(Word::of).toList());
        if (words.isEmpty()) {
            return;
        }
        Word address = words.removeFirst();
        Optional<Reputation> reputation = reputation(words, address);
        Optional<Country> country = country(words);
        OptionalLong organization = organization(words);
        words.forEach(word -> wrong(word, "expected at most a country of two letters and then org= with a number"));
        range(address)
                .ifPresent(block -> reputation.ifPresent(known -> listings.put(
                        block, new Listing(known, country.orElseGet(Country.Unknown::new), organization))));
    }

    private Optional<Block> range(Word word) {
        Optional<Block> block = IpRange.read(word.text).map(Block::of);
        if (block.isEmpty()) {
            wrong(word, "expected an address or a CIDR, as in 192.0.2.0/24");
            return block;
        }
        Integer earlier = lines.putIfAbsent(block.get(), line);
        if (earlier != null) {
            wrong(word, "expected each address once, and line " + earlier + " has it");
        }
        return block;
    }

    private Optional<Reputation> reputation(Deque<Word> words, Word address) {
        if (words.isEmpty()) {
            problem(
                    address.column + address.text.length(),
                    "found nothing behind " + address.text + ", expected a score from -10.0 to 10.0 or none");
            return Optional.empty();
        }
        Word word = words.removeFirst();
        Optional<Reputation> reputation = Ascii.lowerCase(word.text).equals("none")
                ? Optional.of(new Reputation.None())
                : Score.read(word.text).map(Reputation.Scored::new);
        if (reputation.isEmpty()) {
            wrong(word, "expected a score from -10.0 to 10.0 with one decimal, or none");
        }
        return reputation;
    }

    private Optional<Country> country(Deque<Word> words) {
        if (words.isEmpty() || words.getFirst().text.contains("=")) {
            return Optional.empty();
        }
        Word word = words.removeFirst();
        Optional<Country> country =
                CountryCode.read(word.text).map(code -> new Country.Known(code.letters(), code.englishName()));
        if (country.isEmpty()) {
            wrong(word, "expected the two letters of a country in ISO 3166, as in US");
        }
        return country;
    }

    private OptionalLong organization(Deque<Word> words) {
        if (words.isEmpty()) {
            return OptionalLong.empty();
        }
        Word word = words.removeFirst();
        var matcher = ORGANIZATION.matcher(word.text);
        if (!matcher.matches()) {
            wrong(word, "expected org= and a number, as in org=1234");
            return OptionalLong.empty();
        }
        return OptionalLong.of(Long.parseLong(matcher.group(1)));
    }

    private void wrong(Word word, String expected) {
        problem(word.column, "found " + word.text + ", " + expected);
    }

    private void problem(int column, String message) {
        problems.add(new Problem(Origin.of(file, line), column, message));
    }

    /** A word and where it begins, from 1. */
    private record Word(String text, int column) {
        static Word of(MatchResult match) {
            return new Word(match.group(), match.start() + 1);
        }
    }
}
