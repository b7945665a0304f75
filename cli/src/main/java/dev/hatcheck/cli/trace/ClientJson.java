package dev.hatcheck.cli.trace;

import dev.hatcheck.engine.Country;
import dev.hatcheck.engine.Peer;
import dev.hatcheck.engine.Reputation;
import dev.hatcheck.engine.ReverseDns;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A client for programs; names and order of its fields are a promise. */
public final class ClientJson {
    private ClientJson() {}

    /** The fields of a client, to which others may be added. */
    public static Map<String, Object> fields(Peer peer) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("ip", peer.address().toString());
        fields.put("host", peer.reverseDns().host().map(Object::toString));
        fields.put("reverseDns", reverseDns(peer.reverseDns()));
        fields.put("sbrs", score(peer.reputation()));
        fields.put("country", country(peer.country()));
        return fields;
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
}
