package dev.hatcheck.fidelity;

import dev.hatcheck.policies.ListenerParameters;
import dev.hatcheck.policies.ListenerType;
import dev.hatcheck.policies.Parameter;
import dev.hatcheck.policies.PolicyParameters;
import dev.hatcheck.policies.RecipientParameters;
import java.lang.reflect.Field;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The parameters of policies, listeners and recipients, by the names of their constants. */
final class Parameters {
    private static final Map<String, Parameter<?>> BY_NAME = Stream.of(
                    PolicyParameters.class, ListenerParameters.class, RecipientParameters.class)
            .flatMap(holder -> Stream.of(holder.getFields()))
            .collect(Collectors.toMap(Parameters::name, Parameters::value));

    private Parameters() {}

    /** The parameter of a constant such as {@code PolicyParameters.TLS}; nothing if it is none. */
    static Optional<Parameter<?>> of(Cited cited) {
        return Optional.ofNullable(BY_NAME.get(cited.name()));
    }

    /** Keyword and defaults. */
    static String described(Parameter<?> parameter) {
        String atPublic = builtIn(parameter, ListenerType.PUBLIC);
        String atPrivate = builtIn(parameter, ListenerType.PRIVATE);
        return "`" + parameter.keyword() + "`, by default " + atPublic
                + (atPublic.equals(atPrivate) ? "" : ", on private listeners " + atPrivate);
    }

    private static <T> String builtIn(Parameter<T> parameter, ListenerType type) {
        String written = parameter.form().write(parameter.builtIn(type));
        return written.isEmpty() ? "empty" : "`" + written + "`";
    }

    private static String name(Field field) {
        return field.getDeclaringClass().getSimpleName() + "." + field.getName();
    }

    private static Parameter<?> value(Field field) {
        try {
            return (Parameter<?>) field.get(null);
        } catch (IllegalAccessException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
