package dev.hatcheck.cli.probe;

import dev.hatcheck.cli.input.Json;
import java.security.cert.X509Certificate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A check for programs; names and order of its fields are a promise. */
public final class ExaminationJson {
    private ExaminationJson() {}

    /** The check as one line of JSON; {@code certificate} is {@code null} if none was shown. */
    public static String write(Examination examination) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("verdict", examination.verdict().name());
        fields.put(
                "steps", examination.steps().stream().map(ExaminationJson::step).toList());
        fields.put(
                "certificate",
                examination.shown().stream().findFirst().map(it -> certificate(it, examination.shown())));
        return Json.write(fields);
    }

    private static Map<String, Object> step(Step step) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("step", step.stage().toString());
        fields.put("ok", step.isOk());
        fields.put("detail", step.detail());
        return fields;
    }

    private static Map<String, Object> certificate(X509Certificate certificate, List<X509Certificate> shown) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("subject", certificate.getSubjectX500Principal().getName());
        fields.put("issuer", certificate.getIssuerX500Principal().getName());
        fields.put(
                "names",
                Stream.concat(Described.hostNames(certificate).stream(), Described.addresses(certificate).stream())
                        .toList());
        fields.put("notBefore", certificate.getNotBefore().toInstant().toString());
        fields.put("notAfter", certificate.getNotAfter().toInstant().toString());
        fields.put("key", Described.key(certificate));
        fields.put("signature", certificate.getSigAlgName());
        fields.put("sha256", Described.fingerprint(certificate));
        fields.put(
                "shownWith",
                shown.stream()
                        .skip(1)
                        .map(it -> it.getSubjectX500Principal().getName())
                        .toList());
        return fields;
    }
}
