package dev.hatcheck.cli.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hatcheck.policies.text.HatReader;
import dev.hatcheck.policies.text.RatReader;
import dev.hatcheck.policies.text.Warning;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What readers doubted, as findings: each {@code line severity code}. */
class DoubtedTest {
    @ParameterizedTest
    @CsvSource({"'',1", "'\n',1", "REJECTS: .example REJECT,1", "'A:\n.example\nREJECT\n',3", "'A:\n.example\nREJECT',3"
    })
    void whatIsMissingAtTheEndIsFoundOnTheLastLine(String hat, int line) {
        assertThat(found(HatReader.read(hat, "hat").warnings())).containsExactly(line + " WARNING no-all");
    }

    @Test
    void whatIsFoundOfTheTablesThemselvesIsNotFoundTwice() {
        List<Warning> hat = HatReader.read("BAD-NAME: .example ACCEPT { spam_check = on } ALL REJECT", "hat")
                .warnings();
        List<Warning> rat = RatReader.read("a@example.com ACCEPT 250 welcome\nALL REJECT", "rat")
                .warnings();
        assertThat(hat).hasSize(2);
        assertThat(rat).hasSize(1);
        assertThat(found(hat)).containsExactly("1 WARNING unreadable-name");
        assertThat(found(rat)).isEmpty();
    }

    private static List<String> found(List<Warning> warnings) {
        return Doubted.findings(warnings)
                .map(finding -> finding.where().line() + " " + finding.severity() + " "
                        + finding.code().id())
                .toList();
    }
}
