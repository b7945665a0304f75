package dev.hatcheck.engine.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VerbTest {
    @Test
    void aCommandIsKnownInAnyCase() {
        assertThat(Verb.of("mail")).contains(Verb.MAIL);
        assertThat(Verb.of("QuIt")).contains(Verb.QUIT);
    }

    @ParameterizedTest(name = "\"{0}\"")
    @ValueSource(strings = {"EXPN", "ETRN", "BDAT", "", "MAILX", "ma\u0131l", "ma\u0130l", "\uff2dAIL", "GET"})
    void anythingElseIsNoCommand(String word) {
        assertThat(Verb.of(word)).isEmpty();
    }
}
