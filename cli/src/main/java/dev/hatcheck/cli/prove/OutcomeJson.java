package dev.hatcheck.cli.prove;

import dev.hatcheck.cli.input.Json;
import dev.hatcheck.cli.insight.Witness;
import dev.hatcheck.cli.trace.AdmissionJson;
import dev.hatcheck.engine.insight.Proof;
import dev.hatcheck.policies.Origin;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** What became of claims, for programs; names and order of the fields are a promise. */
public final class OutcomeJson {
    private OutcomeJson() {}

    /** The outcomes as one line of JSON; the table is the options that say how the listener decides. */
    public static String write(List<Outcome> outcomes, List<String> table) {
        var fields = new LinkedHashMap<String, Object>();
        long proven = outcomes.stream().filter(Outcome::isProven).count();
        fields.put("proven", proven);
        fields.put("refuted", outcomes.size() - proven);
        fields.put(
                "claims",
                IntStream.range(0, outcomes.size())
                        .mapToObj(i -> outcome(i + 1, outcomes.get(i), table))
                        .toList());
        return Json.write(fields);
    }

    private static Map<String, Object> outcome(int number, Outcome outcome, List<String> table) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("claim", outcome.claim().text());
        Optional<Origin> inFile =
                Optional.of(outcome.claim().origin()).filter(origin -> origin.line() > 0); // not on the command line
        fields.put("number", number);
        fields.put("file", inFile.map(Origin::file));
        fields.put("line", inFile.map(Origin::line));
        fields.put("proven", outcome.isProven());
        fields.put("ofNobody", outcome.isOfNobody());
        switch (outcome) {
            case Outcome.OfClients(var written, var proof) -> fields.putAll(proof(proof, table));
            case Outcome.OfZone zone ->
                fields.put(
                        "hosts",
                        zone.hosts().stream().map(host -> host(host, table)).toList());
        }
        return fields;
    }

    private static Map<String, Object> host(Outcome.ZoneHost host, List<String> table) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("host", host.host().name().text());
        fields.put("ip", host.host().address().toString());
        fields.put("proven", host.proof().isProven());
        fields.put("provenWithoutReverseDns", host.proof().isProven() && !host.isProvenByNameOnly());
        fields.putAll(proof(host.isProvenByNameOnly() ? host.unverified() : host.proof(), table));
        return fields;
    }

    private static Map<String, Object> proof(Proof proof, List<String> table) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("entriesAgainst", proof.entries());
        fields.put(
                "counterexamples",
                proof.counterexamples().stream()
                        .map(counterexample -> counterexample(counterexample, table))
                        .toList());
        return fields;
    }

    private static Map<String, Object> counterexample(Proof.Counterexample counterexample, List<String> table) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("client", new Witness(counterexample.client(), table).json());
        fields.putAll(AdmissionJson.fields(counterexample.admission()));
        return fields;
    }
}
