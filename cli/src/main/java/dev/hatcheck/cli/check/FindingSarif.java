package dev.hatcheck.cli.check;

import dev.hatcheck.cli.input.Json;
import dev.hatcheck.engine.insight.Code;
import dev.hatcheck.engine.insight.Finding;
import dev.hatcheck.engine.maillog.LogText;
import dev.hatcheck.policies.Origin;
import java.io.PrintWriter;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Findings as SARIF 2.1.0, which code hosts show beside the lines that they are about. */
public final class FindingSarif {
    private FindingSarif() {}

    /** Prints the log of one run. */
    public static void print(List<Finding> findings, PrintWriter out) {
        Json.print(
                object(
                        "$schema", "https://json.schemastore.org/sarif-2.1.0.json",
                        "version", "2.1.0",
                        "runs", List.of(run(findings))),
                out);
        out.print('\n');
    }

    private static Map<String, Object> run(List<Finding> findings) {
        Map<String, Object> driver = object(
                "name",
                "hatcheck",
                "rules",
                Stream.of(Code.values()).map(FindingSarif::rule).toList());
        return object(
                "tool", object("driver", driver),
                "columnKind", "utf16CodeUnits",
                "results", findings.stream().map(FindingSarif::result));
    }

    private static Map<String, Object> rule(Code code) {
        return object("id", code.id(), "shortDescription", text(code.title()));
    }

    private static Map<String, Object> result(Finding finding) {
        Map<String, Object> result = object(
                "ruleId", finding.code().id(),
                "ruleIndex", finding.code().ordinal(),
                "level", SeverityWord.of(finding.severity()),
                "message",
                        text(LogText.escapeText(finding.message()) + ". Mend: " + LogText.escapeText(finding.mend())
                                + "."),
                "locations", List.of(location(finding.where())));
        if (!finding.related().isEmpty()) {
            result.put("relatedLocations", finding.related().stream().map(FindingSarif::location));
        }
        return result;
    }

    private static Map<String, Object> location(Origin origin) {
        Map<String, Object> physical = object("artifactLocation", object("uri", uri(origin.file())));
        if (origin.line() > 0) {
            physical.put("region", object("startLine", origin.line()));
        }
        return object("physicalLocation", physical);
    }

    /** A file's name with what has no place in a reference written by its number. */
    private static String uri(String file) {
        try {
            String path = file.replace('\\', '/');
            String reference = new URI(null, null, path.startsWith("/") ? path : "./" + path, null).toASCIIString();
            return path.startsWith("/") ? "file://" + reference : reference.substring(2);
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(file + " is a path", impossible);
        }
    }

    private static Map<String, Object> text(String words) {
        return object("text", words);
    }

    private static Map<String, Object> object(Object... keysAndValues) {
        var fields = new LinkedHashMap<String, Object>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            fields.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return fields;
    }
}
