package dev.hatcheck.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.hatcheck.policies.Assumed;
import dev.hatcheck.policies.Esa;
import dev.hatcheck.policies.Limit;
import dev.hatcheck.policies.Rfc;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Every number that a client can run into says where it comes from. */
class LimitsAreSourcedTest {
    private static final Set<Class<?>> NUMBERS =
            Set.of(int.class, long.class, double.class, Limit.class, Duration.class);

    /**
     * Sizes of our own buffers, the layout of a header, which thread does the arithmetic of TLS, and the like: no
     * client can tell.
     */
    private static final Set<String> OUR_OWN_AFFAIR = Set.of(
            "IncomingMessage.PIECE",
            "Session.BITE",
            "Session.READS",
            "Transport.MUCH",
            "TlsBuffers.READY",
            "TlsBuffers.RECORDS",
            "EventLoop.INPUT",
            "EventLoop.OUTPUT",
            "EventLoop.ARITHMETIC",
            "EventLoop.MANY",
            "Port.AT_ONCE",
            "Port.PAUSE",
            "TlsWorkers.IDLE",
            "Deadlines.NEVER",
            "ZoneReader.TTL");

    @Test
    void everyNumberOfTheConversationTheWireAndTheLookupsHasASource() {
        List<String> unsourced = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("dev.hatcheck.smtp").stream()
                        .flatMap(type -> type.getFields().stream())
                        .filter(LimitsAreSourcedTest::isNumber)
                        .filter(field -> !isSourced(field))
                        .map(field -> field.getOwner().getSimpleName() + "." + field.getName())
                        .filter(name -> !name.startsWith("ProxyBlock.") && !OUR_OWN_AFFAIR.contains(name))
                        .toList();
        assertThat(unsourced).isEmpty();
    }

    private static boolean isNumber(JavaField field) {
        return field.getModifiers().containsAll(Set.of(JavaModifier.STATIC, JavaModifier.FINAL))
                && !field.getModifiers().contains(JavaModifier.SYNTHETIC)
                && NUMBERS.contains(field.getRawType().reflect());
    }

    private static boolean isSourced(JavaField field) {
        return field.isAnnotatedWith(Esa.class)
                || field.isAnnotatedWith(Rfc.class)
                || field.isAnnotatedWith(Assumed.class);
    }
}
