package dev.hatcheck.cli.check;

import dev.hatcheck.cli.input.Json;
import dev.hatcheck.cli.insight.Witness;
import dev.hatcheck.engine.insight.Finding;
import dev.hatcheck.policies.Origin;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Findings for programs; names and order of the fields, and the codes, are a promise. */
public final class FindingJson {
    private FindingJson() {}

    /** Prints the findings as one line of JSON; the table is the options that say how the listener decides. */
    public static void print(List<Finding> findings, List<String> table, PrintWriter out) {
        Stream<Map<String, Object>> all = findings.stream().map(finding -> finding(finding, table));
        Json.print(Map.of("findings", all), out);
        out.println();
    }

    private static Map<String, Object> finding(Finding finding, List<String> table) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("code", finding.code().id());
        fields.put("severity", SeverityWord.of(finding.severity()));
        fields.putAll(place(finding.where()));
        fields.put("message", finding.message());
        fields.put("mend", finding.mend());
        fields.put("client", finding.witness().map(client -> new Witness(client, table).json()));
        fields.put("related", finding.related().stream().map(FindingJson::place));
        return fields;
    }

    private static Map<String, Object> place(Origin origin) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("file", origin.file());
        fields.put("line", origin.line());
        return fields;
    }
}
