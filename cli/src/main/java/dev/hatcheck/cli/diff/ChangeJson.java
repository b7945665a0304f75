package dev.hatcheck.cli.diff;

import dev.hatcheck.cli.input.Json;
import dev.hatcheck.cli.insight.Witness;
import dev.hatcheck.cli.trace.AdmissionJson;
import dev.hatcheck.engine.Peer;
import dev.hatcheck.engine.Reputation;
import dev.hatcheck.engine.insight.Change;
import dev.hatcheck.engine.insight.Deciders;
import dev.hatcheck.engine.insight.Difference;
import dev.hatcheck.engine.insight.Few;
import dev.hatcheck.engine.insight.Listing;
import dev.hatcheck.engine.insight.Names;
import dev.hatcheck.engine.insight.Region;
import dev.hatcheck.policies.Sender;
import dev.hatcheck.policies.address.HostName;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What two tables do differently, for programs; names and order of the fields are a promise. */
public final class ChangeJson {
    private ChangeJson() {}

    /** Prints the difference as one line of JSON, set by set. A fact that does not matter is {@code null}. */
    public static void print(Difference difference, Tables tables, PrintWriter out) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("different", !difference.changes().isEmpty());
        fields.put("complete", difference.isComplete());
        fields.put("changes", difference.changes().stream().map(it -> change(it, tables)));
        Json.print(fields, out);
        out.println();
    }

    private static Map<String, Object> change(Change change, Tables tables) {
        var parameters = new LinkedHashMap<String, Object>();
        for (ChangedParameter parameter : ChangedParameter.of(change)) {
            parameters.put(parameter.keyword(), pair(parameter.before(), parameter.after()));
        }
        var fields = new LinkedHashMap<String, Object>();
        fields.put(
                "behavior",
                pair(
                        change.before().behavior().name(),
                        change.after().behavior().name()));
        fields.put("parameters", parameters);
        fields.put("clients", change.regions().stream().map(region -> region(region, tables)));
        return fields;
    }

    private static Map<String, Object> pair(Object before, Object after) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("before", before);
        fields.put("after", after);
        return fields;
    }

    private static Map<String, Object> region(Region region, Tables tables) {
        var fields = new LinkedHashMap<String, Object>();
        boolean hasAnyAddress = region.hasAnyAddress() && region.isOfPublic() && region.isOfPrivate();
        fields.put(
                "addresses",
                unless(hasAnyAddress, () -> region.addresses().stream().flatMap(range -> range.blocks().stream())));
        Names names = region.names();
        fields.put("names", unless(names.isAny(), () -> names(names)));
        Few<Reputation> reputations = region.reputations();
        fields.put("reputations", unless(reputations.isAny(), () -> reputations(reputations.named())));
        fields.put("countries", few(region.countries(), code -> code));
        fields.put("organizations", few(region.organizations(), id -> id.getAsLong()));
        fields.put(
                "dnsLists",
                unless(
                        region.hasAnyLists(),
                        () -> region.lists().stream().map(ChangeJson::listing).toList()));
        fields.put("decidedBy", region.deciders().map(ChangeJson::deciders));
        Peer client = region.witness();
        Map<String, Object> witness = new Witness(client, tables.optionsBefore()).json();
        witness.put("traceAfter", new Witness(client, tables.optionsAfter()).command());
        fields.put("client", witness);
        fields.put("before", AdmissionJson.fields(tables.before().admit(client)));
        fields.put("after", AdmissionJson.fields(tables.after().admit(client)));
        return fields;
    }

    private static Map<String, Object> deciders(Deciders deciders) {
        return pair(decider(deciders.before()), decider(deciders.after()));
    }

    private static String decider(Optional<Sender.Fact> fact) {
        return fact.map(it -> switch (it) {
                    case ADDRESS -> "address";
                    case NAME -> "name";
                    case REPUTATION -> "reputation";
                    case COUNTRY -> "country";
                    case ORGANIZATION -> "organization";
                    case DNS_LISTS -> "dnsList";
                })
                .orElse("ALL");
    }

    private interface Value {
        Object get();
    }

    private static Optional<Object> unless(boolean isAny, Value value) {
        return isAny ? Optional.empty() : Optional.of(value.get());
    }

    private static Map<String, Object> names(Names names) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("noRecord", names.noRecord());
        fields.put("mismatch", names.mismatch());
        fields.put("failure", names.failure());
        fields.put("others", names.others());
        fields.put("in", names.in().stream().map(RegionWords::name));
        fields.put("out", names.out().stream().map(RegionWords::name));
        return fields;
    }

    private static Map<String, Object> reputations(List<Reputation> reputations) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put(
                "scores",
                ScoreBand.of(reputations).stream()
                        .map(band -> List.of(band.low().toString(), band.high().toString()))
                        .toList());
        fields.put("none", reputations.contains(new Reputation.None()));
        fields.put("unavailable", reputations.contains(new Reputation.Unavailable()));
        return fields;
    }

    private static <V> Optional<Object> few(Few<V> few, Function<V, Object> value) {
        return unless(few.isAny(), () -> {
            var fields = new LinkedHashMap<String, Object>();
            fields.put("others", few.others());
            fields.put("named", few.named().stream().map(value).toList());
            return fields;
        });
    }

    private static Map<String, Object> listing(Listing listing) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("on", listing.on().stream().map(HostName::text).toList());
        fields.put("notOn", listing.notOn().stream().map(HostName::text).toList());
        return fields;
    }
}
