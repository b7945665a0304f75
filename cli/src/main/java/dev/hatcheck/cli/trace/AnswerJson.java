package dev.hatcheck.cli.trace;

import dev.hatcheck.cli.input.Json;
import dev.hatcheck.engine.Peer;
import dev.hatcheck.engine.connect.Admission;
import dev.hatcheck.engine.connect.Explanation.PassedOver;
import dev.hatcheck.policies.MailFlowPolicy;
import dev.hatcheck.smtp.Rehearsal;
import java.util.LinkedHashMap;
import java.util.Map;

/** An answer for programs; names and order of its fields are a promise. */
public final class AnswerJson {
    private AnswerJson() {}

    /** The answer as one line of JSON. */
    public static String write(Answer answer) {
        Peer peer = answer.peer();
        Admission admission = answer.admission();
        MailFlowPolicy policy = admission.policy();
        Map<String, Object> fields = ClientJson.fields(peer);
        fields.putAll(AdmissionJson.fields(admission));
        fields.put("parameters", parameters(policy));
        fields.put(
                "whyNot",
                answer.explanation().whyNot().stream().map(AnswerJson::whyNot).toList());
        answer.whyNot().ifPresent(asked -> fields.put("whyNotGroup", whyNot(asked)));
        fields.put("steps", answer.steps().stream().map(AnswerJson::step).toList());
        fields.put("assumed", answer.assumed());
        return Json.write(fields);
    }

    private static Map<String, Object> parameters(MailFlowPolicy policy) {
        var parameters = new LinkedHashMap<String, Object>();
        for (var shown : ParametersInForce.of(policy)) {
            Object value = shown.isNumber() ? Long.valueOf(shown.value()) : shown.value();
            parameters.put(
                    shown.keyword(), object("value", value, "from", shown.from().word()));
        }
        return parameters;
    }

    private static Map<String, Object> whyNot(PassedOver entry) {
        var fields = object("group", entry.group(), "entry", entry.entry().written());
        fields.put("line", entry.entry().origin().line());
        fields.put("reason", entry.reason().words());
        return fields;
    }

    private static Map<String, Object> whyNot(GroupAnswer answer) {
        var fields = object("group", answer.group(), "decides", answer.decides());
        fields.put(
                "entries",
                answer.entries().stream()
                        .map(near -> {
                            var entry = whyNot(near.entry());
                            entry.remove("group");
                            entry.put("steps", near.nearness().steps());
                            entry.put("nearness", near.nearness().words());
                            return entry;
                        })
                        .toList());
        return fields;
    }

    private static Map<String, Object> step(Rehearsal.Step step) {
        var fields = object("command", step.command(), "code", step.code());
        fields.put("text", step.lines());
        return fields;
    }

    private static Map<String, Object> object(String first, Object firstValue, String second, Object secondValue) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put(first, firstValue);
        fields.put(second, secondValue);
        return fields;
    }
}
