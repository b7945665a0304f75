package dev.hatcheck.cli.classify;

import dev.hatcheck.cli.input.Json;
import dev.hatcheck.cli.trace.AdmissionJson;
import dev.hatcheck.engine.Peer;
import dev.hatcheck.engine.connect.Admission;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A line of JSON for each row, and one for the summary; names and order of their fields are a promise. */
final class JsonRows implements Rows {
    private final Map<Admission, String> decisions = new IdentityHashMap<>();

    @Override
    public void heading(Columns columns, StringBuilder to) {}

    @Override
    public void row(Classified row, StringBuilder to) {
        switch (row) {
            case Classified.Decided(var cells, var peer, var admission) -> {
                to.append("{\"ip\":\"").append(peer.address()).append("\",\"host\":");
                appendName(peer, to);
                to.append(decisions.computeIfAbsent(admission, JsonRows::decision));
            }
            case Classified.Unreadable(var cells, var line, var problem) -> {
                var fields = new LinkedHashMap<String, Object>();
                fields.put("line", line);
                fields.put("problem", problem);
                to.append(Json.write(fields));
            }
        }
        to.append('\n');
    }

    /** A host name needs no escapes. */
    private static void appendName(Peer peer, StringBuilder to) {
        peer.reverseDns()
                .host()
                .ifPresentOrElse(name -> to.append('"').append(name).append('"'), () -> to.append("null"));
    }

    private static String decision(Admission admission) {
        return "," + Json.write(AdmissionJson.fields(admission)).substring(1);
    }

    @Override
    public void summary(Tally tally, StringBuilder to) {
        to.append(summary(tally));
    }

    static String summary(Tally tally) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("clients", tally.clients());
        fields.put("unreadable", tally.unreadable());
        fields.put("decisions", tally.shares().stream().map(JsonRows::share).toList());
        return Json.write(Map.of("summary", fields)) + "\n";
    }

    private static Map<String, Object> share(Tally.Share share) {
        Optional<String> group = share.treatment().group();
        var fields = new LinkedHashMap<String, Object>();
        fields.put("group", group);
        fields.put("policy", share.treatment().policy());
        fields.put("behavior", share.treatment().behavior().name());
        fields.put("tls", share.treatment().tls().written());
        fields.put("clients", share.clients());
        return fields;
    }
}
