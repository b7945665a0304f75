package dev.hatcheck.bench.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hatcheck.fixtures.tls.TlsLab;
import dev.hatcheck.policies.HostAccessTable;
import dev.hatcheck.policies.SenderGroup;
import dev.hatcheck.policies.text.HatReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The table that is measured is as large as the figures say, and the client stands behind all of it. */
class WorldTest {
    @TempDir
    private Path folder;

    @Test
    void aThousandEntriesStandBeforeTheClients() throws IOException {
        World world = World.in(folder, new TlsLab().demoCertificate());
        HostAccessTable table =
                HatReader.read(Files.readString(world.hat()), "bench.hat").value();

        List<SenderGroup> groups = table.lines().stream()
                .filter(SenderGroup.class::isInstance)
                .map(SenderGroup.class::cast)
                .toList();
        assertThat(groups.subList(0, 10))
                .allSatisfy(group -> assertThat(group.members()).hasSize(100));
        assertThat(groups.get(10).name()).isEqualTo("HERE");
    }
}
