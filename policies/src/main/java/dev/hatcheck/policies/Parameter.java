package dev.hatcheck.policies;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A setting with a name in text, a form and a built-in default for each type of listener.
 *
 * <p>The constants are in {@link PolicyParameters} and {@link ListenerParameters}. Each is one object: compare by
 * identity.
 *
 * @param <T> the type of its value
 */
public final class Parameter<T> {
    private final String keyword;
    private final ValueForm<T> form;
    private final T publicDefault;
    private final T privateDefault;
    private final boolean enforced;

    private Parameter(String keyword, ValueForm<T> form, T publicDefault, T privateDefault, boolean enforced) {
        this.keyword = Objects.requireNonNull(keyword);
        this.form = Objects.requireNonNull(form);
        this.publicDefault = Objects.requireNonNull(publicDefault);
        this.privateDefault = Objects.requireNonNull(privateDefault);
        this.enforced = enforced;
    }

    /** A parameter that acts. */
    static <T> Parameter<T> enforced(String keyword, ValueForm<T> form, T publicDefault, T privateDefault) {
        return new Parameter<>(keyword, form, publicDefault, privateDefault, true);
    }

    /** A parameter that is read, kept and written, and does nothing yet. */
    static <T> Parameter<T> kept(String keyword, ValueForm<T> form, T publicDefault, T privateDefault) {
        return new Parameter<>(keyword, form, publicDefault, privateDefault, false);
    }

    /** The one of several that has this keyword. */
    static Optional<Parameter<?>> named(String keyword, List<Parameter<?>> parameters) {
        for (Parameter<?> parameter : parameters) {
            if (parameter.keyword.equals(keyword)) {
                return Optional.of(parameter);
            }
        }
        return Optional.empty();
    }

    /** Where it is written, if it is. */
    public Optional<WrittenParameter> in(List<WrittenParameter> written) {
        for (WrittenParameter line : written) {
            if (line.keyword().equals(keyword)) {
                return Optional.of(line);
            }
        }
        return Optional.empty();
    }

    /** Its name in text. */
    public String keyword() {
        return keyword;
    }

    /** How its value is written. */
    public ValueForm<T> form() {
        return form;
    }

    /** The value where nobody says otherwise. */
    public T builtIn(ListenerType type) {
        return type == ListenerType.PUBLIC ? publicDefault : privateDefault;
    }

    /** Whether it acts, or is only kept. */
    public boolean isEnforced() {
        return enforced;
    }

    @Override
    public String toString() {
        return keyword;
    }
}
