package dev.hatcheck.policies.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hatcheck.policies.PolicyParameters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the guide to the tables shows is what the readers read. */
class GuideTest {
    private static final Path GUIDE = Path.of("../docs/tables.md");

    @Test
    void itsTablesAreRead() throws IOException {
        List<String> blocks = Pattern.compile("```\\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(GUIDE))
                .results()
                .map(block -> block.group(1))
                .toList();
        assertThat(HatReader.read(blocks.get(0), "guide").value().all()).isPresent();
        assertThat(RatReader.read(blocks.get(1), "guide").value().entries()).hasSize(7);
    }

    @Test
    void itsSendersAreRead() throws IOException {
        String rows = Files.readString(GUIDE);
        String table = rows.substring(rows.indexOf("| sender |"), rows.indexOf("A rule is"));
        var senders = Pattern.compile("`([^`]+)`")
                .matcher(table.lines()
                        .map(row -> row.split("\\|").length > 1 ? row.split("\\|")[1] : "")
                        .reduce("", String::concat))
                .results()
                .map(sender -> sender.group(1))
                .filter(sender -> !sender.equals("ALL"))
                .toList();
        assertThat(senders).hasSizeGreaterThan(15);
        String hat = "G:\n" + String.join("\n", senders) + "\nREJECT\nALL REJECT\n";
        assertThat(HatReader.read(hat, "guide").value().lines()).hasSize(2);
    }

    @Test
    void itNamesEveryParameterThatActs() throws IOException {
        String guide = Files.readString(GUIDE);
        assertThat(PolicyParameters.all())
                .filteredOn(parameter -> parameter.isEnforced())
                .allMatch(parameter -> guide.contains("`" + parameter.keyword() + "`"));
    }
}
