package dev.hatcheck.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hatcheck.engine.ReverseDns;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WorldTest {
    private static final World WORLD = World.open();

    @ParameterizedTest
    @MethodSource("dev.hatcheck.cli.demo.Show#hosts")
    void theZoneVerifiesEveryHost(Host host) {
        assertThat(WORLD.facts().peer(host.address()).reverseDns()).isEqualTo(new ReverseDns.Verified(host.name()));
    }
}
