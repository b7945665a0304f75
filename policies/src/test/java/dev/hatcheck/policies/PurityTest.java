package dev.hatcheck.policies;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Values and their text know nothing of the machine they are on. */
class PurityTest {
    private static final JavaClasses POLICIES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.hatcheck.policies");

    @Test
    void nothingIsReadFromAnywhere() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.io..", "java.nio..", "java.net..")
                .check(POLICIES);
    }

    @Test
    void noClockIsRead() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(System.class, Clock.class, Instant.class)
                .check(POLICIES);
    }

    @Test
    void noThreadIsStartedAndNothingIsLogged() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(Thread.class, System.Logger.class)
                .orShould()
                .dependOnClassesThat()
                .resideInAnyPackage("java.util.concurrent..", "java.util.logging..", "org.slf4j..")
                .check(POLICIES);
    }
}
