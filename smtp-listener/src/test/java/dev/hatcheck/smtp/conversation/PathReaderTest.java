package dev.hatcheck.smtp.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PathReaderTest {
    @ParameterizedTest
    @CsvSource({
        "<a@b.example>, <a@b.example>",
        "<>, <>",
        "<J.D.@b.example>, <J.D.@b.example>",
        "<a@under_score.example>, <a@under_score.example>",
        "<a>, <a>",
        "<a@>, <a>",
        "<a@b>, <a@b>",
        "<a@b.example.>, <a@b.example>",
        "<@x.example:a@b.example>, <a@b.example>",
        "'<@x.example,@y.example:a@b.example>', <a@b.example>",
        "'<\"a b\"@c.example>', '<\"a b\"@c.example>'",
        "'<\"a@b>\"@c.example>', '<\"a@b>\"@c.example>'",
        "'<\"a\\\"b\"@c.example>', '<\"a\\\"b\"@c.example>'",
        "<a%b@c.example>, <a%b@c.example>",
        "<a!b@c.example>, <a!b@c.example>",
        "<a@[192.0.2.1]>, <a@[192.0.2.1]>",
        "<a@[IPv6:2001:db8::1]>, <a@[IPv6:2001:db8::1]>",
        "<jos\u00e9@caf\u00e9.example>, <jos\u00e9@caf\u00e9.example>",
    })
    void whatTheStrictParserTakes(String written, String path) {
        assertThat(PathReader.read(written))
                .isInstanceOfSatisfying(
                        PathReader.Read.class, read -> assertThat(read.path()).hasToString(path));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a@b.example",
                "<a@b.example",
                "<<a@b.example>>",
                "<a b@c.example>",
                "<a@b c>",
                "<a@b.example>x",
                "<a@@b.example>",
                "<a@b@c.example>",
                "<a(comment)@b.example>",
                "<@b.example>",
                "<@b.example,a@b.example>",
                "<@x..y:a@b.example>",
                "<a@.example>",
                "<a@b..example>",
                "<a@b.example..>",
                "<a@[192.0.2.1>",
                "<\"a@b.example>",
                "<\"\"x@b.example>",
                "<a\u0001@b.example>",
                "<\"a\u0001\"@b.example>",
                "<a\u007f@b.example>",
            })
    void whatTheStrictParserRefuses(String written) {
        assertThat(PathReader.read(written)).isEqualTo(new PathReader.NoPath());
    }

    @ParameterizedTest
    @CsvSource({
        "<a@[]>, []",
        "<a@[192.0.2.256]>, [192.0.2.256]",
        "<a@[192.0.2.01]>, [192.0.2.01]",
        "<a@[2001:db8::1]>, [2001:db8::1]",
        "<a@[IPv6:192.0.2.1]>, [IPv6:192.0.2.1]",
        "<a@[x]>, [x]",
        "<a@[X.400:c=us]> SIZE=1, [X.400:c=us]",
    })
    void literalsThatTheAddressParserCannotHandle(String written, String literal) {
        assertThat(PathReader.read(written)).isEqualTo(new PathReader.UnsupportedLiteral(literal));
    }

    @Test
    void aDomainHas255CharactersAtMost() {
        String longest = String.join(".", Collections.nCopies(4, "x".repeat(63)));
        assertThat(PathReader.read("<a@" + longest + ">")).isInstanceOf(PathReader.Read.class);
        assertThat(PathReader.read("<a@" + longest + ".x>")).isEqualTo(new PathReader.NoPath());
    }
}
