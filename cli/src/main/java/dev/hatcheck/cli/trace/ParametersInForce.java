package dev.hatcheck.cli.trace;

import dev.hatcheck.policies.Limit;
import dev.hatcheck.policies.MailFlowPolicy;
import dev.hatcheck.policies.Parameter;
import dev.hatcheck.policies.PolicyParameters;
import dev.hatcheck.policies.Setting;
import dev.hatcheck.policies.Setting.From;
import dev.hatcheck.policies.WrittenParameter;
import java.util.List;
import java.util.stream.Stream;

/** Every parameter of a policy with its value: those that are known, then those that the policy only keeps. */
final class ParametersInForce {
    private ParametersInForce() {}

    /**
     * A parameter as text.
     *
     * @param keyword its name
     * @param value as a table writes it
     * @param isNumber whether the value is a number
     * @param isUnlimited whether the value is the absence of a limit, which tables write as a number of some kind
     * @param isEnforced whether the parameter acts, or is only kept
     * @param from who says so
     */
    record Shown(String keyword, String value, boolean isNumber, boolean isUnlimited, boolean isEnforced, From from) {}

    static List<Shown> of(MailFlowPolicy policy) {
        Stream<Shown> known = PolicyParameters.all().stream().map(parameter -> shown(parameter, policy));
        Stream<Shown> unknown = policy.written().parameters().stream()
                .filter(written -> PolicyParameters.of(written.keyword()).isEmpty())
                .map(ParametersInForce::shown);
        return Stream.concat(known, unknown).toList();
    }

    private static <T> Shown shown(Parameter<T> parameter, MailFlowPolicy policy) {
        Setting<T> setting = policy.setting(parameter);
        return new Shown(
                parameter.keyword(),
                parameter.form().write(setting.value()),
                parameter.form().isNumber(),
                setting.value().equals(Limit.UNLIMITED),
                parameter.isEnforced(),
                setting.from());
    }

    private static Shown shown(WrittenParameter written) {
        return new Shown(written.keyword(), written.text(), false, false, false, From.POLICY);
    }
}
