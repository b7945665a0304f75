package dev.hatcheck.policies;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A country of ISO 3166.
 *
 * @param letters its two letters, in capitals
 */
public record CountryCode(String letters) {
    private static final Map<String, String> BY_LETTERS =
            Arrays.stream(Locale.getISOCountries()).collect(Collectors.toMap(Ascii::lowerCase, Function.identity()));

    public CountryCode {
        if (!BY_LETTERS.containsValue(letters)) {
            throw new IllegalArgumentException("no country: " + letters);
        }
    }

    /** The country of two letters in any case; nothing if there is none. */
    public static Optional<CountryCode> read(String text) {
        return Optional.ofNullable(BY_LETTERS.get(Ascii.lowerCase(text))).map(CountryCode::new);
    }

    /** Its name in English, as in {@code United States}. */
    public String englishName() {
        return Locale.of("", letters).getDisplayCountry(Locale.ENGLISH);
    }

    @Override
    public String toString() {
        return letters;
    }
}
