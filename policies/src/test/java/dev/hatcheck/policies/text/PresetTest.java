package dev.hatcheck.policies.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hatcheck.policies.AccessRule;
import dev.hatcheck.policies.ConnectionBehavior;
import dev.hatcheck.policies.Entry;
import dev.hatcheck.policies.HostAccessTable;
import dev.hatcheck.policies.PolicyDefinition;
import dev.hatcheck.policies.PolicyParameters;
import dev.hatcheck.policies.SenderGroup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PresetTest {
    @ParameterizedTest
    @EnumSource
    void aPresetIsWrittenAsTheWriterWouldWriteIt(Preset preset) {
        assertThat(HatWriter.write(hat(preset))).isEqualTo(preset.hatText());
        preset.ratText()
                .ifPresent(text -> assertThat(RatWriter.write(
                                RatReader.read(text, preset.ratName()).value()))
                        .isEqualTo(text));
    }

    /** {@code -Dupdate.golden=true} writes the files anew. */
    @ParameterizedTest
    @EnumSource
    void aPresetCanBeLookedAtInAFile(Preset preset) throws IOException {
        standsIn(preset.hatName(), preset.hatText());
        if (preset.ratText().isPresent()) {
            standsIn(preset.ratName(), preset.ratText().get());
        }
    }

    private static void standsIn(String name, String text) throws IOException {
        Path file = Path.of("presets", name);
        if (Boolean.getBoolean("update.golden")) {
            Files.writeString(file, text);
        }
        assertThat(file).content().isEqualTo(text);
    }

    @ParameterizedTest
    @EnumSource
    void aPresetWarnsOfNothingButParametersThatAreNotEnforced(Preset preset) {
        assertThat(HatReader.read(preset.hatText(), preset.hatName()).warnings())
                .extracting(Warning::doubt)
                .allMatch(Doubt.NotEnforced.class::isInstance);
        preset.ratText()
                .ifPresent(text -> assertThat(
                                RatReader.read(text, preset.ratName()).warnings())
                        .isEmpty());
    }

    @Test
    void thePredefinedPoliciesAreThoseOfAPublicListener() {
        assertThat(hat(Preset.PUBLIC).lines())
                .filteredOn(PolicyDefinition.class::isInstance)
                .extracting(line -> ((PolicyDefinition) line).name())
                .containsExactlyElementsOf(PolicyDefinition.PREDEFINED);
    }

    @Test
    void cresStandsAtOrderOneWithItsFourSenders() {
        SenderGroup first = groups(hat(Preset.CRES)).getFirst();

        assertThat(first.name()).isEqualTo("CRES");
        assertThat(first.members())
                .extracting(Entry::written)
                .containsExactly(".res.cisco.com", ".cres.iphmx.com", "208.90.57.0/26", "204.15.81.0/26");
        assertThat(first.rule())
                .isInstanceOfSatisfying(
                        AccessRule.Named.class,
                        rule -> assertThat(rule.policy()).isEqualTo("CRES_TLS"));
    }

    @Test
    void thePolicyOfCresSaysNothingButTlsRequired() {
        PolicyDefinition policy = hat(Preset.CRES).policy("CRES_TLS").orElseThrow();

        assertThat(policy.policy().behavior()).isEqualTo(ConnectionBehavior.ACCEPT);
        assertThat(policy.policy().parameters()).singleElement().satisfies(parameter -> {
            assertThat(parameter.keyword()).isEqualTo(PolicyParameters.TLS.keyword());
            assertThat(parameter.text()).isEqualTo("required");
        });
    }

    @Test
    void cresIsThePublicListenerWithOneGroupMore() {
        List<SenderGroup> ofCres = groups(hat(Preset.CRES));

        assertThat(ofCres.subList(1, ofCres.size())).isEqualTo(groups(hat(Preset.PUBLIC)));
        assertThat(ofCres)
                .extracting(SenderGroup::name)
                .containsExactly("CRES", "RELAYLIST", "WHITELIST", "BLACKLIST", "SUSPECTLIST", "UNKNOWNLIST");
    }

    @Test
    void aPrivateListenerHasNoRat() {
        assertThat(Preset.PRIVATE.ratText()).isEmpty();
    }

    private static HostAccessTable hat(Preset preset) {
        return HatReader.read(preset.hatText(), preset.hatName()).value();
    }

    private static List<SenderGroup> groups(HostAccessTable table) {
        return table.lines().stream()
                .filter(SenderGroup.class::isInstance)
                .map(SenderGroup.class::cast)
                .toList();
    }
}
