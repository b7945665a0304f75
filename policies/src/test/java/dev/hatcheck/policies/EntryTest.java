package dev.hatcheck.policies;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hatcheck.policies.text.HatReader;
import java.util.List;
import org.junit.jupiter.api.Test;

class EntryTest {
    private static List<Entry> members(String... senders) {
        String text = "G:\n" + String.join("\n", senders) + "\nACCEPT\nALL\nREJECT\n";
        return ((SenderGroup) HatReader.read(text, "my.hat").value().lines().getFirst()).members();
    }

    /** Also where the text follows from what it means, and is not kept. */
    @Test
    void itIsWrittenAsItStandsInTheTable() {
        String[] senders = {
            "192.0.2.1",
            "192.0.2.2/32",
            "192.0.2.0/24",
            "198.51.100.7/24",
            "203.0.113.",
            "10/8",
            "0.0.0.0/0",
            "10.1-3",
            "2001:DB8::1",
            "2001:db8::/32",
            "Mail.Example",
            ".example",
            "sbrs[-1:1]"
        };

        assertThat(members(senders)).extracting(Entry::written).containsExactly(senders);
    }

    @Test
    void itKnowsItsLine() {
        assertThat(members("192.0.2.1", "", "mail.example"))
                .extracting(entry -> entry.origin().toString())
                .containsExactly("my.hat:2", "my.hat:4");
    }

    @Test
    void whatIsWrittenMakesADifferenceAndWhereItStandsDoesNot() {
        Entry one = members("192.0.2.2/32").getFirst();

        assertThat(members("192.0.2.1", "192.0.2.2/32").getLast())
                .isEqualTo(one)
                .hasSameHashCodeAs(one);
        assertThat(members("192.0.2.2").getFirst()).isNotEqualTo(one);
    }
}
