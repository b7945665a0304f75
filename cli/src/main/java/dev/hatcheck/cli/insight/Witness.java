package dev.hatcheck.cli.insight;

import dev.hatcheck.cli.trace.ClientJson;
import dev.hatcheck.engine.Country;
import dev.hatcheck.engine.DnsLists;
import dev.hatcheck.engine.Peer;
import dev.hatcheck.engine.Reputation;
import dev.hatcheck.engine.ReverseDns;
import dev.hatcheck.engine.maillog.LogText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A client that shows something, and how to see it.
 *
 * @param client as the listener sees it
 * @param table the options that say how the listener decides
 */
public record Witness(Peer client, List<String> table) {
    public Witness {
        table = List.copyOf(table);
    }

    /** The client in words: {@code 192.0.2.1, no PTR record, no score}. */
    public String words() {
        var words = new ArrayList<>(List.of(client.address().toString(), name()));
        score().forEach(words::add);
        if (client.country() instanceof Country.Known(var code, var name)) {
            words.add("in " + name + " (" + code + ")");
        }
        client.organization().ifPresent(id -> words.add("of organisation " + id));
        listed().forEach(list -> words.add("on the DNS list " + list));
        return String.join(", ", words);
    }

    private String name() {
        return switch (client.reverseDns()) {
            case ReverseDns.Verified(var host) -> "verified as " + host;
            case ReverseDns.Mismatch(var host) -> "named " + host + ", which does not lead back";
            case ReverseDns.NoRecord() -> "no PTR record";
            case ReverseDns.TemporaryFailure(var host) -> "the look-up of its name fails";
        };
    }

    private Stream<String> score() {
        return switch (client.reputation()) {
            case Reputation.Scored(var score) -> Stream.of("score " + score);
            case Reputation.None() -> Stream.of("no score");
            case Reputation.Unavailable() -> Stream.of("no score to be had");
            case Reputation.Rfc1918() -> Stream.of(); // its address says it
            case Reputation.NotEnabled() -> Stream.of();
        };
    }

    private List<String> listed() {
        return client.lists().answers().entrySet().stream()
                .filter(entry -> entry.getValue() == DnsLists.Answer.LISTED)
                .map(entry -> entry.getKey().text())
                .sorted()
                .toList();
    }

    /** The command that shows what happens to it. */
    public String command() {
        var words = new ArrayList<>(List.of("./hatcheck", "trace"));
        words.addAll(table);
        words.addAll(List.of("--ip", client.address().toString()));
        words.addAll(
                switch (client.reverseDns()) {
                    case ReverseDns.Verified(var host) -> List.of("--host", host.text());
                    case ReverseDns.Mismatch(var host) -> List.of("--unverified", host.text());
                    case ReverseDns.NoRecord() -> List.of("--ptr", "nx");
                    case ReverseDns.TemporaryFailure(var host) -> List.of("--ptr", "servfail");
                });
        words.addAll(
                switch (client.reputation()) {
                    case Reputation.Scored(var score) -> List.of("--sbrs", score.toString());
                    case Reputation.None() -> List.of("--sbrs", "none");
                    case Reputation.Unavailable() -> List.of("--sbrs", "none"); // which tables do not tell apart
                    case Reputation.Rfc1918() -> List.of();
                    case Reputation.NotEnabled() -> List.of();
                });
        if (client.country() instanceof Country.Known(var code, var name)) {
            words.addAll(List.of("--country", code));
        }
        client.organization().ifPresent(id -> words.addAll(List.of("--org", Long.toString(id))));
        listed().forEach(list -> words.addAll(List.of("--listed", list)));
        return words.stream().map(Witness::quoted).collect(Collectors.joining(" "));
    }

    /** A word as a shell takes it for one. */
    private static String quoted(String word) {
        return word.matches("[A-Za-z0-9_./:=,@%+-]+")
                ? word
                : "'" + LogText.escapeText(word).replace("'", "'\\''") + "'";
    }

    /** The client and the command for programs. */
    public Map<String, Object> json() {
        Map<String, Object> fields = ClientJson.fields(client);
        fields.put(
                "organization",
                client.organization().isPresent()
                        ? Optional.of(client.organization().getAsLong())
                        : Optional.empty());
        fields.put("listed", listed());
        fields.put("trace", command());
        return fields;
    }
}
