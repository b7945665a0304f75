package dev.hatcheck.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CountryCodeTest {
    @ParameterizedTest
    @CsvSource({"US, US, United States", "it, IT, Italy", "iN, IN, India"})
    void aCountryIsReadInAnyCaseAndNamedInEnglish(String text, String letters, String name) {
        assertThat(CountryCode.read(text)).hasValueSatisfying(code -> {
            assertThat(code).hasToString(letters);
            assertThat(code.englishName()).isEqualTo(name);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "XX", "USA", "U S", "ıt", "İT"})
    void whatIsNoCountryIsNotRead(String text) {
        assertThat(CountryCode.read(text)).isEmpty();
    }

    @Test
    void lettersAreCapitals() {
        assertThatIllegalArgumentException().isThrownBy(() -> new CountryCode("us"));
    }
}
