package dev.hatcheck.smtp.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.hatcheck.engine.session.Verb;
import java.time.Duration;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ScriptTest {
    static Stream<Arguments> names() {
        return Stream.of(
                Arguments.of(Script.atConnect().drop(), "connect: no word, closed"),
                Arguments.of(
                        Script.at(Verb.RCPT).to("B@gate.example").first(2).reply(450, "#4.2.0 Greylisted"),
                        "RCPT to B@gate.example: 450 #4.2.0 Greylisted (times 1 to 2)"),
                Arguments.of(
                        Script.at(Verb.HELO, Verb.EHLO)
                                .from("208.90.57.0/26")
                                .inGroup("CRES")
                                .reply(250, "one", "two"),
                        "EHLO or HELO from 208.90.57.0/26 in CRES: 250 one / two"),
                Arguments.of(
                        Script.inMessage(100).after(Duration.ofMinutes(5)).fromTime(3),
                        "byte 100 of the message: after PT5M (from time 3 on)"),
                Arguments.of(Script.atEndOfMessage().cutAt(7).first(1), "end of the message: cut at byte 7 (time 1)"),
                Arguments.of(Script.at(Verb.QUIT).thenClose().named("the careless server"), "the careless server"),
                Arguments.of(Script.at(Verb.NOOP), "NOOP: as ever"));
    }

    @ParameterizedTest
    @MethodSource("names")
    void isCalledAsItsAuthorSaysOrByWhatItIsMadeOf(Script script, String name) {
        assertThat(script.name()).isEqualTo(name);
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                wrong(() -> Script.at(), "a script needs a command to wait for"),
                wrong(() -> Script.inMessage(0), "a message is interrupted at byte 1 at the earliest, not 0"),
                wrong(() -> Script.atConnect().from("nowhere"), "\"nowhere\" is no range of addresses"),
                wrong(() -> Script.atConnect().to("a b"), "\"a b\" is no recipient"),
                wrong(() -> Script.atConnect().first(0), "times are counted from 1, not from 1 to 0"),
                wrong(() -> Script.atConnect().reply(199, "x"), "the code of a reply is 200 to 599, not 199"),
                wrong(() -> Script.atConnect().reply(250), "a reply has a line"),
                wrong(() -> Script.atConnect().reply(250, "a\r\nb"), "no line of a reply can be \"a\r\nb\""),
                wrong(() -> Script.atConnect().cutAt(-1), "a reply is cut at byte 0 at the earliest, not -1"),
                wrong(() -> Script.atConnect().after(Duration.ofSeconds(-1)), "a reply cannot come PT-1S late"),
                wrong(
                        () -> Script.inMessage(1).reply(250, "ok"),
                        "in the middle of a message there is no reply but a refusal"),
                wrong(
                        () -> Script.inMessage(1).cutAt(0),
                        "in the middle of a message there is no reply to cut; drop() closes"));
    }

    private static Arguments wrong(ThrowingCallable made, String complaint) {
        return Arguments.of(made, complaint);
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void cannotBeWhatNobodyCouldPlay(ThrowingCallable made, String complaint) {
        assertThatIllegalArgumentException().isThrownBy(made).withMessage(complaint);
    }

    @Test
    void isAValue() {
        assertThat(Script.at(Verb.RCPT, Verb.MAIL).to("a@b.example"))
                .isEqualTo(Script.at(Verb.MAIL, Verb.RCPT).to("a@b.example"));
    }
}
