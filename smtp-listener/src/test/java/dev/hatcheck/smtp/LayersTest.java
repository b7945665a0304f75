package dev.hatcheck.smtp;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** What module descriptors cannot say about the listener. */
class LayersTest {
    private static final JavaClasses LISTENER = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.hatcheck.smtp");

    @Test
    void theConversationKnowsNoSocketThreadClockOrLogger() {
        noClasses()
                .that()
                .resideInAPackage("dev.hatcheck.smtp.conversation..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.net..", "java.io..", "java.nio.channels..", "java.util.concurrent..", "javax..")
                .orShould()
                .dependOnClassesThat()
                .haveNameMatching("java\\.lang\\.(Thread|System\\$Logger|Process).*|java\\.time\\.Clock")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(LISTENER);
    }

    @Test
    void theConversationKnowsNeitherTheWireNorWhereFactsComeFrom() {
        noClasses()
                .that()
                .resideInAPackage("dev.hatcheck.smtp.conversation..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.hatcheck.smtp.wire..", "dev.hatcheck.smtp.lookup..")
                .check(LISTENER);
    }

    @Test
    void onlyTheTickerReadsTheClock() {
        noClasses()
                .that()
                .doNotBelongToAnyOf(Ticker.class)
                .should()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(LISTENER);
    }

    @Test
    void nothingReadsLinesOrResolvesNamesByTheJdk() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveNameMatching("java\\.io\\.BufferedReader|java\\.util\\.Scanner")
                .orShould()
                .callMethod(java.net.InetAddress.class, "getByName", String.class)
                .orShould()
                .callMethod(java.net.InetAddress.class, "getHostName")
                .orShould()
                .callMethod(java.net.InetSocketAddress.class, "getHostName")
                .orShould()
                .callMethod(String.class, "toLowerCase")
                .orShould()
                .callMethod(String.class, "toUpperCase")
                .check(LISTENER);
    }
}
