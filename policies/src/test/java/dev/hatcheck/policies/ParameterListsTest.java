package dev.hatcheck.policies;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** No parameter is declared and then forgotten where parameters are listed. */
class ParameterListsTest {
    @Test
    void everyPolicyParameterIsListedAndFoundByItsKeyword() {
        check(PolicyParameters.class, PolicyParameters.all(), PolicyParameters::of);
    }

    @Test
    void everyListenerParameterIsListedAndFoundByItsName() {
        check(ListenerParameters.class, ListenerParameters.all(), ListenerParameters::of);
    }

    @Test
    void everyRecipientParameterIsListedAndFoundByItsKeyword() {
        check(RecipientParameters.class, RecipientParameters.all(), RecipientParameters::of);
    }

    private static void check(
            Class<?> holder, List<Parameter<?>> listed, Function<String, Optional<Parameter<?>>> named) {
        assertThat(listed).isNotEmpty().hasSameElementsAs(declared(holder)).doesNotHaveDuplicates();
        assertThat(listed)
                .allSatisfy(parameter ->
                        assertThat(named.apply(parameter.keyword())).containsSame(parameter));
    }

    private static List<Parameter<?>> declared(Class<?> holder) {
        return Arrays.stream(holder.getFields())
                .filter(field -> Modifier.isStatic(field.getModifiers()) && field.getType() == Parameter.class)
                .<Parameter<?>>map(ParameterListsTest::value)
                .toList();
    }

    private static Parameter<?> value(Field constant) {
        try {
            return (Parameter<?>) constant.get(null);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }
}
