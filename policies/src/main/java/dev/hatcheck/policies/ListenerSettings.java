package dev.hatcheck.policies;

import dev.hatcheck.policies.spelling.NearNames;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How a listener is set: its name, type and host name, its own parameters, and the defaults it gives to policies.
 *
 * <p>Immutable: each {@code with} answers a changed copy.
 */
public final class ListenerSettings {
    private static final String POLICY_DEFAULT = "hat_default_";

    private final String name;
    private final ListenerType type;
    private final String hostname;
    private final Map<Parameter<?>, Object> values;

    private ListenerSettings(String name, ListenerType type, String hostname, Map<Parameter<?>, Object> values) {
        this.name = Objects.requireNonNull(name);
        this.type = Objects.requireNonNull(type);
        this.hostname = Objects.requireNonNull(hostname);
        this.values = values;
    }

    /** A listener of this type with built-in defaults, named as the appliance's set-up names it. */
    @Esa("UG97-26")
    public static ListenerSettings of(ListenerType type) {
        String name = type == ListenerType.PUBLIC ? "InboundMail" : "OutboundMail";
        return new ListenerSettings(name, type, "mail.example", new IdentityHashMap<>());
    }

    /** The XML names of the settings that act, which {@link #with(String, String)} takes. */
    public static List<String> acting() {
        return Stream.concat(
                        ListenerParameters.all().stream().map(Parameter::keyword),
                        PolicyParameters.all().stream()
                                .filter(Parameter::isEnforced)
                                .map(parameter -> POLICY_DEFAULT + parameter.keyword()))
                .toList();
    }

    /** The listener's name. */
    public String name() {
        return name;
    }

    /** Which way it looks. */
    public ListenerType type() {
        return type;
    }

    /** The host name of its interface, which its replies carry. */
    public String hostname() {
        return hostname;
    }

    /** The value of a parameter of {@link ListenerParameters}. */
    public <T> T value(Parameter<T> parameter) {
        Optional<T> own = own(parameter);
        return own.isPresent() ? own.get() : parameter.builtIn(type);
    }

    /**
     * What a policy that leaves out a parameter of {@link PolicyParameters} gets; where {@link ListenerParameters} has
     * a default of policies under a name of its own, that may be asked for, too.
     */
    public <T> Setting<T> policyDefault(Parameter<T> parameter) {
        Optional<T> own = own(parameter);
        return own.isPresent()
                ? new Setting<>(own.get(), Setting.From.LISTENER)
                : new Setting<>(parameter.builtIn(type), Setting.From.BUILT_IN);
    }

    @SuppressWarnings("unchecked") // with() puts only values of the parameter's type
    private <T> Optional<T> own(Parameter<T> parameter) {
        return Optional.ofNullable((T) values.get(parameter));
    }

    /** This listener under another name. */
    public ListenerSettings withName(String newName) {
        return new ListenerSettings(newName, type, hostname, values);
    }

    /** This listener on an interface of another host name. */
    public ListenerSettings withHostname(String newHostname) {
        return new ListenerSettings(name, type, newHostname, values);
    }

    /** This listener with another value of a parameter of {@link ListenerParameters} or {@link PolicyParameters}. */
    public <T> ListenerSettings with(Parameter<T> parameter, T value) {
        var changed = new IdentityHashMap<>(values);
        changed.put(parameter, Objects.requireNonNull(value));
        return new ListenerSettings(name, type, hostname, changed);
    }

    /**
     * This listener with a setting given as text.
     *
     * @param xmlName as the XML configuration names it; {@code hat_default_} and a keyword for the defaults of policies
     * @throws SettingException if there is no such setting, if it does nothing yet, or if the value is not of its form
     */
    public ListenerSettings with(String xmlName, String text) {
        Parameter<?> parameter = policyDefaultOf(xmlName)
                .or(() -> ListenerParameters.of(xmlName))
                .filter(Parameter::isEnforced)
                .orElseThrow(() -> unusable(xmlName));
        return read(parameter, xmlName, text);
    }

    private <T> ListenerSettings read(Parameter<T> parameter, String xmlName, String text) {
        T value = parameter
                .form()
                .read(text)
                .orElseThrow(() -> new SettingException(
                        xmlName + " is " + parameter.form().expected() + ", not \"" + text + "\""));
        return with(parameter, value);
    }

    private static SettingException unusable(String xmlName) {
        if (ListenerParameters.isElsewhere(xmlName)) {
            return new SettingException(xmlName + " is not one of these settings: it has an option of its own");
        }
        boolean known = ListenerParameters.isNotEnforced(xmlName)
                || policyDefaultOf(xmlName).isPresent();
        return new SettingException(
                known
                        ? xmlName + " is a setting of the appliance that Hatcheck does not enforce yet; leave it out"
                        : "there is no setting " + xmlName
                                + NearNames.of(acting()).mend(xmlName));
    }

    private static Optional<Parameter<?>> policyDefaultOf(String xmlName) {
        return xmlName.startsWith(POLICY_DEFAULT)
                ? PolicyParameters.of(xmlName.substring(POLICY_DEFAULT.length()))
                : Optional.empty();
    }
}
