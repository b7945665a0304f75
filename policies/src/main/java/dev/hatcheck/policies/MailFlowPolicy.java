package dev.hatcheck.policies;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A mail flow policy in force: every parameter has a value, and each value says where it comes from.
 *
 * <p>Immutable.
 */
public final class MailFlowPolicy {
    private final Optional<String> name;
    private final WrittenPolicy written;
    private final Map<Parameter<?>, Setting<?>> settings = new IdentityHashMap<>();

    private MailFlowPolicy(Optional<String> name, WrittenPolicy written) {
        this.name = name;
        this.written = written;
    }

    /** The named policy of a table over the defaults of a listener. */
    public static MailFlowPolicy named(String name, WrittenPolicy written, ListenerSettings listener) {
        return over(Optional.of(name), written, listener);
    }

    /** A policy that a table writes on the spot, over the defaults of a listener. */
    public static MailFlowPolicy inline(WrittenPolicy written, ListenerSettings listener) {
        return over(Optional.empty(), written, listener);
    }

    /** What a policy leaves out is as the listener has it. */
    @Esa("CLI97")
    private static MailFlowPolicy over(Optional<String> name, WrittenPolicy written, ListenerSettings listener) {
        var policy = new MailFlowPolicy(name, written);
        List<WrittenParameter> lines = written.parameters();
        for (Parameter<?> parameter : PolicyParameters.all()) {
            policy.settings.put(parameter, inForce(parameter, lines, listener));
        }
        if (policy.behavior() == ConnectionBehavior.REJECT) {
            policy.takeRejectBanner(lines, listener);
        }
        return policy;
    }

    /** The table writes the banner of a policy that rejects as any other; the listener has other defaults for it. */
    @Esa({"CLI801b", "CONFLOOK"})
    private void takeRejectBanner(List<WrittenParameter> lines, ListenerSettings listener) {
        settings.put(
                PolicyParameters.SMTP_BANNER_CODE,
                inForce(
                        PolicyParameters.SMTP_BANNER_CODE,
                        lines,
                        listener.policyDefault(ListenerParameters.HAT_DEFAULT_REJECT_BANNER_CODE)));
        settings.put(
                PolicyParameters.SMTP_BANNER_TEXT,
                inForce(
                        PolicyParameters.SMTP_BANNER_TEXT,
                        lines,
                        listener.policyDefault(ListenerParameters.HAT_DEFAULT_REJECT_BANNER_TEXT)));
    }

    private static <T> Setting<T> inForce(
            Parameter<T> parameter, List<WrittenParameter> lines, ListenerSettings listener) {
        return inForce(parameter, lines, listener.policyDefault(parameter));
    }

    private static <T> Setting<T> inForce(Parameter<T> parameter, List<WrittenParameter> lines, Setting<T> ifLeftOut) {
        Optional<WrittenParameter> line = parameter.in(lines);
        return line.isPresent() ? new Setting<>(valueOf(parameter, line.get()), Setting.From.POLICY) : ifLeftOut;
    }

    private static <T> T valueOf(Parameter<T> parameter, WrittenParameter line) {
        Optional<T> value = parameter.form().read(line.text());
        if (value.isEmpty()) {
            throw new IllegalArgumentException(
                    line.origin() + ": " + parameter + " is " + parameter.form().expected() + ", not " + line.text());
        }
        return value.get();
    }

    /** The name without {@code $}; absent if the policy is written on the spot. */
    public Optional<String> name() {
        return name;
    }

    /** What it does with a connection. */
    public ConnectionBehavior behavior() {
        return written.behavior();
    }

    /** The policy as the table writes it. */
    public WrittenPolicy written() {
        return written;
    }

    /** The value of a parameter. */
    public <T> T value(Parameter<T> parameter) {
        return setting(parameter).value();
    }

    /** The value of a parameter and where it comes from. */
    @SuppressWarnings("unchecked") // the map holds for each parameter a setting of its type
    public <T> Setting<T> setting(Parameter<T> parameter) {
        return (Setting<T>) settings.get(parameter);
    }
}
