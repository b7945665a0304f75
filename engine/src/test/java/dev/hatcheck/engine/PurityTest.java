package dev.hatcheck.engine;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.AndFullName.Predicates.fullNameMatching;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The engine decides about facts; it gets none by itself. */
class PurityTest {
    private static final DescribedPredicate<JavaClass> THE_WORLD = resideInAnyPackage(
                    "java.io..", "java.net..", "java.nio..", "java.util.logging..", "javax..", "sun..")
            .or(nameMatching("java\\.lang\\.(Thread.*|Process.*|Runtime|System\\$Logger.*)"))
            .or(nameMatching("java\\.time\\.(Clock|InstantSource)"))
            .or(nameMatching("java\\.util\\.(Random|Timer|concurrent\\.(.*Execut.*|.*Future.*|ThreadLocalRandom))"))
            .as("the world outside");

    private static final DescribedPredicate<JavaCall<?>> WHAT_DIFFERS_FROM_CALL_TO_CALL = JavaCall.Predicates.target(
                    nameMatching("now|nanoTime|currentTimeMillis|randomUUID|random|getenv|getProperty"))
            .as("time, chance or environment");

    private static final DescribedPredicate<JavaCall<?>> WHAT_DEPENDS_ON_THE_LOCALE = JavaCall.Predicates.target(
                    fullNameMatching("java\\.util\\.Locale\\.getDefault.*|java\\.lang\\.String\\."
                            + "(to(Low|Upp)erCase|(equals|compareTo)IgnoreCase|formatted|format\\(java.lang.String).*"))
            .as("what depends on the locale");

    private static final ArchRule PURE = noClasses()
            .that()
            .resideInAPackage("dev.hatcheck.engine..")
            .should()
            .dependOnClassesThat(THE_WORLD)
            .orShould()
            .callMethodWhere(WHAT_DIFFERS_FROM_CALL_TO_CALL)
            .orShould()
            .callMethodWhere(WHAT_DEPENDS_ON_THE_LOCALE)
            .orShould()
            .dependOnClassesThat(resideInAnyPackage("dev.hatcheck.policies.text.."));

    @Test
    void theEngineIsPure() {
        PURE.check(new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("dev.hatcheck.engine"));
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                ReadsTheClock.class,
                ReadsTheDate.class,
                StartsAThread.class,
                OpensASocket.class,
                OpensAFile.class,
                FoldsByTheLocale.class
            })
    void whoeverPlantsAnImpurityIsFound(Class<?> planted) {
        assertThat(PURE.evaluate(new ClassFileImporter().importClasses(planted)).hasViolation())
                .isTrue();
    }

    static final class ReadsTheClock {
        static long read() {
            return System.nanoTime();
        }
    }

    static final class ReadsTheDate {
        static boolean isLate(Instant deadline) {
            return LocalDateTime.now().getYear() > 2030 || Instant.now().isAfter(deadline);
        }
    }

    static final class StartsAThread {
        static void start() {
            Thread.startVirtualThread(() -> {});
        }
    }

    static final class OpensASocket {
        static boolean isIpv4(java.net.InetAddress address) {
            return address.getAddress().length == 4;
        }
    }

    static final class OpensAFile {
        static boolean isThere(String name) {
            return java.nio.file.Files.exists(java.nio.file.Path.of(name));
        }
    }

    static final class FoldsByTheLocale {
        static String fold(String name) {
            return name.toLowerCase(Locale.ENGLISH);
        }
    }
}
