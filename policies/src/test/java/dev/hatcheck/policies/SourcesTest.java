package dev.hatcheck.policies;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever imitates the appliance names a source, or says that it is assumed. */
class SourcesTest {
    @Test
    void everyParameterHasASource() {
        var parameters = Stream.of(PolicyParameters.class, ListenerParameters.class, RecipientParameters.class)
                .flatMap(holder -> Arrays.stream(holder.getFields()))
                .filter(field -> Modifier.isStatic(field.getModifiers()))
                .toList();

        assertThat(parameters).hasSizeGreaterThan(30).allMatch(SourcesTest::hasSource);
    }

    @Test
    void everySenderFormHasASource() {
        var forms = Stream.of(Sender.class, Sender.Condition.class)
                .flatMap(kind -> Stream.of(kind.getPermittedSubclasses()))
                .filter(Class::isRecord);

        assertThat(forms).hasSizeGreaterThan(10).allMatch(SourcesTest::hasSource);
    }

    @Test
    void everyKindOfValueHasASource() {
        assertThat(List.of(
                        Recipient.class,
                        RecipientAccessTable.class,
                        ConnectionBehavior.class,
                        ListenerType.class,
                        TlsUse.class,
                        CleanSmtp.class,
                        Comment.class,
                        Score.class))
                .allMatch(SourcesTest::hasSource);
    }

    private static boolean hasSource(AnnotatedElement element) {
        return element.isAnnotationPresent(Esa.class)
                || element.isAnnotationPresent(Rfc.class)
                || element.isAnnotationPresent(Assumed.class);
    }
}
