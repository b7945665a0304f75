package dev.hatcheck.engine.connect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hatcheck.engine.Peers;
import dev.hatcheck.engine.Tables;
import dev.hatcheck.policies.address.HostName;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which DNS lists are worth a question. */
class OpenQuestionsTest {
    private static final String HAT = """
            FIRST:
                dnslist[one.example]
                REJECT
            WATCHED:
                dnslist[watched.example]
                CONTINUE
            FRIENDS:
                192.0.2.7
                ACCEPT
            SECOND:
                dnslist[two.example]
                dnslist[one.example]
                REJECT
            ALL
                ACCEPT
            """;

    @Test
    void onlyListsAboveTheEntryThatWouldDecideAreAsked() {
        assertThat(open("192.0.2.7")).containsExactly("one.example");
        assertThat(open("192.0.2.8")).containsExactly("one.example", "two.example");
    }

    @Test
    void whatWasAskedIsNotAskedAgainWhateverTheAnswer() {
        assertThat(open("192.0.2.8 unlisted one.example")).containsExactly("two.example");
        assertThat(open("192.0.2.8 unanswered one.example unlisted two.example"))
                .isEmpty();
        assertThat(open("192.0.2.8 listed one.example")).isEmpty();
        assertThat(open("192.0.2.8 listed two.example")).containsExactly("one.example");
    }

    @Test
    void aListWhoseEntryNeverDecidesIsNotAsked() {
        assertThat(open("192.0.2.8")).doesNotContain("watched.example");
    }

    private static List<String> open(String client) {
        return Tables.admissions(HAT).openQuestions(Peers.peer(client)).stream()
                .map(HostName::text)
                .toList();
    }
}
