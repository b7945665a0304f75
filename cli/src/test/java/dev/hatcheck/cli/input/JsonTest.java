package dev.hatcheck.cli.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JsonTest {
    @Test
    void valuesNestInTheirOrder() {
        var object = new LinkedHashMap<String, Object>();
        object.put("b", List.of(1, new BigDecimal("-3.0"), true));
        object.put("a", Optional.empty());
        assertThat(Json.write(object)).isEqualTo("{\"b\":[1,-3.0,true],\"a\":null}");
    }

    @Test
    void textIsAsciiWhateverItHolds() {
        assertThat(Json.write("\"\\/\n\r\t\u0000\u001b\u007f\u2028ü\ud83d\ude00"))
                .isEqualTo("\"\\\"\\\\/\\n\\r\\t\\u0000\\u001b\\u007f\\u2028\\u00fc\\ud83d\\ude00\"");
    }
}
