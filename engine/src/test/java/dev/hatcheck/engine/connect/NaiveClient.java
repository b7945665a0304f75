package dev.hatcheck.engine.connect;

import dev.hatcheck.engine.Country;
import dev.hatcheck.engine.DnsLists;
import dev.hatcheck.engine.Peer;
import dev.hatcheck.engine.Reputation;
import dev.hatcheck.engine.ReverseDns;
import dev.hatcheck.policies.Score;
import dev.hatcheck.policies.address.HostName;
import dev.hatcheck.policies.address.IpAddress;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * A client as the oracle sees it: bytes, numbers and words.
 *
 * @param bytes its address, 4 or 16 bytes
 * @param dns one of {@code verified}, {@code lies}, {@code none} and {@code fails}
 * @param name in lower case, whatever it is worth
 * @param score one of {@code none}, {@code private}, {@code unavailable} and {@code off}, or tenths
 * @param country two capital letters, or empty
 * @param organization 0 if unknown
 * @param lists the DNS lists that it is on
 */
record NaiveClient(
        byte[] bytes, String dns, String name, String score, String country, long organization, List<String> lists) {
    static NaiveClient random(Random random) {
        byte[] bytes = random.nextInt(4) == 0 ? v6(random) : v4(random);
        return new NaiveClient(
                bytes,
                oneOf(random, "verified", "verified", "lies", "none", "fails"),
                NaiveEntry.name(random),
                isPrivate(bytes)
                        ? "private"
                        : oneOf(random, "none", "unavailable", "off", Integer.toString(random.nextInt(-100, 101))),
                oneOf(random, "", "US", "DE"),
                random.nextInt(3),
                random.nextInt(3) == 0 ? List.of(oneOf(random, "bl.example.org", "other.example.org")) : List.of());
    }

    static byte[] v4(Random random) {
        byte[] bytes = new byte[4];
        for (int i = 0; i < 4; i++) {
            bytes[i] = (byte) octet(random);
        }
        return bytes;
    }

    /** Few octets, so that clients and entries meet. */
    static int octet(Random random) {
        return new int[] {1, 2, 10, 100, 101, 255}[random.nextInt(6)];
    }

    static byte[] v6(Random random) {
        byte[] bytes = new byte[16];
        bytes[0] = 0x20;
        bytes[1] = (byte) random.nextInt(2);
        bytes[random.nextInt(2, 16)] = (byte) random.nextInt(4);
        bytes[15] = (byte) random.nextInt(4);
        return bytes;
    }

    private static boolean isPrivate(byte[] bytes) {
        return bytes.length == 4 && bytes[0] == 10;
    }

    /** The facts as the engine has them. */
    Peer peer(Random random) {
        return new Peer(
                random.nextBoolean() || bytes.length == 16 ? IpAddress.of(bytes) : IpAddress.of(mapped()),
                switch (dns) {
                    case "verified" -> new ReverseDns.Verified(new HostName(name));
                    case "lies" -> new ReverseDns.Mismatch(new HostName(name));
                    case "none" -> new ReverseDns.NoRecord();
                    default -> new ReverseDns.TemporaryFailure(Optional.of(new HostName(name)));
                },
                switch (score) {
                    case "none" -> new Reputation.None();
                    case "private" -> new Reputation.Rfc1918();
                    case "unavailable" -> new Reputation.Unavailable();
                    case "off" -> new Reputation.NotEnabled();
                    default -> new Reputation.Scored(new Score(Integer.parseInt(score)));
                },
                country.isEmpty() ? new Country.Unknown() : new Country.Known(country, "somewhere"),
                organization == 0 ? OptionalLong.empty() : OptionalLong.of(organization),
                new DnsLists(lists.stream().collect(Collectors.toMap(HostName::new, zone -> DnsLists.Answer.LISTED))));
    }

    private byte[] mapped() {
        byte[] mapped = new byte[16];
        mapped[10] = mapped[11] = -1;
        System.arraycopy(bytes, 0, mapped, 12, 4);
        return mapped;
    }

    static String oneOf(Random random, String... words) {
        return words[random.nextInt(words.length)];
    }
}
