package dev.hatcheck.cli.trace;

import dev.hatcheck.engine.connect.Admission;
import dev.hatcheck.policies.PolicyParameters;
import java.util.LinkedHashMap;
import java.util.Map;

/** What decides about a client, for programs; names and order of its fields are a promise. */
public final class AdmissionJson {
    private AdmissionJson() {}

    /** The fields of an admission, to which others may be added. */
    public static Map<String, Object> fields(Admission admission) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("group", admission.group());
        fields.put("entry", admission.entry().written());
        fields.put("file", admission.entry().origin().file());
        fields.put("line", admission.entry().origin().line());
        fields.put("policy", admission.policy().name());
        fields.put("behavior", admission.behavior().name());
        fields.put("tls", admission.policy().value(PolicyParameters.TLS).written());
        return fields;
    }
}
