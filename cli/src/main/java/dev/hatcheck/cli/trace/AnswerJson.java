package dev.hatcheck.cli.trace;

import dev.hatcheck.cli.input.Json;
import dev.hatcheck.engine.Country;
import dev.hatcheck.engine.Peer;
import dev.hatcheck.engine.Reputation;
import dev.hatcheck.engine.ReverseDns;
import dev.hatcheck.engine.connect.Admission;
import dev.hatcheck.engine.connect.Explanation.PassedOver;
import dev.hatcheck.policies.MailFlowPolicy;
import dev.hatcheck.policies.PolicyParameters;
import dev.hatcheck.smtp.Rehearsal;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** An answer for programs; names and order of its fields are a promise. */
public final class AnswerJson {
    private AnswerJson() {}

    /** The answer as one line of JSON. */
    public static String write(Answer answer) {
        Peer peer = answer.peer();
        Admission admission = answer.admission();
        MailFlowPolicy policy = admission.policy();
        var fields = new LinkedHashMap<String, Object>();
        fields.put("ip", peer.address().toString());
        fields.put("host", peer.reverseDns().host().map(Object::toString));
        fields.put("reverseDns", reverseDns(peer.reverseDns()));
        fields.put("sbrs", score(peer.reputation()));
        fields.put("country", country(peer.country()));
        fields.put("group", admission.group());
        fields.put("entry", admission.entry().written());
        fields.put("file", admission.entry().origin().file());
        fields.put("line", admission.entry().origin().line());
        fields.put("policy", policy.name());
        fields.put("behavior", admission.behavior().name());
        fields.put("tls", policy.value(PolicyParameters.TLS).written());
        fields.put("parameters", parameters(policy));
        fields.put(
                "whyNot",
                answer.explanation().whyNot().stream().map(AnswerJson::whyNot).toList());
        answer.whyNot().ifPresent(asked -> fields.put("whyNotGroup", whyNot(asked)));
        fields.put("steps", answer.steps().stream().map(AnswerJson::step).toList());
        fields.put("assumed", answer.assumed());
        return Json.write(fields);
    }

    private static String reverseDns(ReverseDns reverseDns) {
        return switch (reverseDns) {
            case ReverseDns.Verified v -> "verified";
            case ReverseDns.Mismatch m -> "mismatch";
            case ReverseDns.NoRecord n -> "none";
            case ReverseDns.TemporaryFailure f -> "failed";
        };
    }

    private static Optional<BigDecimal> score(Reputation reputation) {
        return reputation instanceof Reputation.Scored(var score)
                ? Optional.of(BigDecimal.valueOf(score.tenths(), 1))
                : Optional.empty();
    }

    private static Optional<String> country(Country country) {
        return country instanceof Country.Known(var code, var name) ? Optional.of(code) : Optional.empty();
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
