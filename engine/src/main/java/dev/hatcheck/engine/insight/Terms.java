package dev.hatcheck.engine.insight;

import dev.hatcheck.policies.ConnectionBehavior;
import dev.hatcheck.policies.MailFlowPolicy;
import dev.hatcheck.policies.Parameter;
import dev.hatcheck.policies.PolicyParameters;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is in force for a client, whatever group and policy it comes from.
 *
 * @param behavior what is done with its connection
 * @param parameters the value of every parameter as tables write it, by its keyword: those that are known in their
 *     order, then those that the policy only keeps
 */
public record Terms(ConnectionBehavior behavior, Map<String, String> parameters) {
    public Terms {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }

    /** What a policy puts in force. */
    public static Terms of(MailFlowPolicy policy) {
        var parameters = new LinkedHashMap<String, String>();
        PolicyParameters.all().forEach(parameter -> parameters.put(parameter.keyword(), written(parameter, policy)));
        policy.written().parameters().forEach(line -> parameters.putIfAbsent(line.keyword(), line.text()));
        return new Terms(policy.behavior(), parameters);
    }

    private static <T> String written(Parameter<T> parameter, MailFlowPolicy policy) {
        return parameter.form().write(policy.value(parameter));
    }
}
