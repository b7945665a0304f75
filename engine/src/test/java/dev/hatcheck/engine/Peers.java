package dev.hatcheck.engine;

import dev.hatcheck.policies.Score;
import dev.hatcheck.policies.address.HostName;
import dev.hatcheck.policies.address.IpAddress;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Clients in words: an address, and behind it any of
 * {@code verified NAME}, {@code lies NAME}, {@code fails}, {@code fails-at NAME}, {@code sbrs N},
 * {@code sbrs unavailable}, {@code sbrs off}, {@code country CC}, {@code org N} and {@code listed}, {@code unlisted} or
 * {@code unanswered} with the domain of a DNS list.
 */
public final class Peers {
    private Peers() {}

    /** The client of a description. */
    public static Peer peer(String description) {
        Iterator<String> words = Arrays.asList(description.strip().split(" +")).iterator();
        Peer peer = Peer.of(address(words.next()));
        while (words.hasNext()) {
            peer = with(peer, words.next(), words);
        }
        return peer;
    }

    /** The address of a text. */
    public static IpAddress address(String text) {
        return IpAddress.read(text).orElseThrow(() -> new IllegalArgumentException("no address: " + text));
    }

    private static Peer with(Peer peer, String fact, Iterator<String> words) {
        return switch (fact) {
            case "verified" -> peer.with(new ReverseDns.Verified(name(words)));
            case "lies" -> peer.with(new ReverseDns.Mismatch(name(words)));
            case "fails" -> peer.with(new ReverseDns.TemporaryFailure(Optional.empty()));
            case "fails-at" -> peer.with(new ReverseDns.TemporaryFailure(Optional.of(name(words))));
            case "sbrs" -> with(peer, reputation(words.next()), peer.country(), peer.organization());
            case "country" ->
                with(peer, peer.reputation(), new Country.Known(words.next(), "a name"), peer.organization());
            case "org" -> with(peer, peer.reputation(), peer.country(), OptionalLong.of(Long.parseLong(words.next())));
            case "listed" -> withList(peer, name(words), DnsLists.Answer.LISTED);
            case "unlisted" -> withList(peer, name(words), DnsLists.Answer.NOT_LISTED);
            case "unanswered" -> withList(peer, name(words), DnsLists.Answer.FAILED);
            default -> throw new IllegalArgumentException("no fact: " + fact);
        };
    }

    private static Peer with(Peer peer, Reputation reputation, Country country, OptionalLong organization) {
        return new Peer(peer.address(), peer.reverseDns(), reputation, country, organization);
    }

    private static Peer withList(Peer peer, HostName zone, DnsLists.Answer answer) {
        var answers = new HashMap<>(peer.lists().answers());
        answers.put(zone, answer);
        return peer.with(new DnsLists(answers));
    }

    private static Reputation reputation(String word) {
        return switch (word) {
            case "unavailable" -> new Reputation.Unavailable();
            case "off" -> new Reputation.NotEnabled();
            default ->
                new Reputation.Scored(
                        new Score(new BigDecimal(word).movePointRight(1).intValueExact()));
        };
    }

    private static HostName name(Iterator<String> words) {
        return HostName.read(words.next()).orElseThrow();
    }
}
