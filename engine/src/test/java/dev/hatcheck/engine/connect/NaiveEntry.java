package dev.hatcheck.engine.connect;

import static dev.hatcheck.engine.connect.NaiveClient.octet;
import static dev.hatcheck.engine.connect.NaiveClient.oneOf;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * An entry as the oracle sees it: a text, and whom it means in the plainest words.
 *
 * @param written the text
 * @param isCondition whether it stands behind the addresses and names of its group
 * @param means whom it means
 */
record NaiveEntry(String written, boolean isCondition, Predicate<NaiveClient> means) {
    static NaiveEntry random(Random random) {
        return switch (random.nextInt(14)) {
            case 0 -> partialAddress(random);
            case 1 -> octetRange(random);
            case 2 -> cidr(random);
            case 3 -> v6(random);
            case 4 -> v6Range(random);
            case 5 -> v6Cidr(random);
            case 6 -> host(random);
            case 7 -> partialHost(random);
            case 8 -> scores(random);
            case 9 ->
                condition(
                        "sbrs[none]", c -> c.score().equals("none") || c.score().equals("unavailable"));
            case 10 -> lookUp(random);
            case 11 -> member("SBO:" + 1, c -> c.organization() == 1);
            case 12 -> member("geo[us]", c -> c.country().equals("US"));
            default -> list(oneOf(random, "bl.example.org", "other.example.org"));
        };
    }

    private static NaiveEntry list(String zone) {
        return condition("dnslist[" + zone + "]", c -> c.lists().contains(zone));
    }

    private static NaiveEntry partialAddress(Random random) {
        int[] octets = octets(random, random.nextInt(1, 5));
        String dot = octets.length < 4 && random.nextBoolean() ? "." : "";
        return member(dotted(octets) + dot, c -> c.bytes().length == 4 && begins(c, octets, octets.length));
    }

    private static NaiveEntry octetRange(Random random) {
        int[] octets = octets(random, random.nextInt(1, 5));
        int last = octets.length - 1;
        int high = random.nextInt(octets[last], 256);
        return member(
                dotted(octets) + "-" + high,
                c -> c.bytes().length == 4
                        && begins(c, octets, last)
                        && (c.bytes()[last] & 0xff) >= octets[last]
                        && (c.bytes()[last] & 0xff) <= high);
    }

    private static NaiveEntry cidr(Random random) {
        int[] octets = octets(random, random.nextInt(1, 5));
        int length = random.nextInt(1, 33);
        byte[] padded = new byte[4];
        for (int i = 0; i < octets.length; i++) {
            padded[i] = (byte) octets[i];
        }
        return member(
                dotted(octets) + "/" + length, c -> c.bytes().length == 4 && sharePrefix(c.bytes(), padded, length));
    }

    private static NaiveEntry v6(Random random) {
        byte[] only = NaiveClient.v6(random);
        return member(colons(only), c -> Arrays.equals(c.bytes(), only));
    }

    private static NaiveEntry v6Range(Random random) {
        byte[] one = NaiveClient.v6(random);
        byte[] other = NaiveClient.v6(random);
        byte[] low = number(one).compareTo(number(other)) < 0 ? one : other;
        byte[] high = low == one ? other : one;
        return member(
                colons(low) + "-" + colons(high),
                c -> c.bytes().length == 16
                        && number(c.bytes()).compareTo(number(low)) >= 0
                        && number(c.bytes()).compareTo(number(high)) <= 0);
    }

    private static NaiveEntry v6Cidr(Random random) {
        byte[] base = NaiveClient.v6(random);
        int length = random.nextInt(1, 129);
        return member(colons(base) + "/" + length, c -> c.bytes().length == 16 && sharePrefix(c.bytes(), base, length));
    }

    private static NaiveEntry host(Random random) {
        String name = name(random);
        return member(
                anyCase(random, name),
                c -> c.dns().equals("verified") && c.name().equals(name));
    }

    private static NaiveEntry partialHost(Random random) {
        String name = name(random);
        return member(
                "." + anyCase(random, name),
                c -> c.dns().equals("verified") && c.name().endsWith("." + name));
    }

    private static NaiveEntry scores(Random random) {
        int low = random.nextInt(-100, 101);
        int high = random.nextInt(low, 101);
        return condition(
                String.format(Locale.ROOT, "sbrs[%.1f:%.1f]", low / 10.0, high / 10.0),
                c -> c.score().matches("-?[0-9]+")
                        && Integer.parseInt(c.score()) >= low
                        && Integer.parseInt(c.score()) <= high);
    }

    private static NaiveEntry lookUp(Random random) {
        return switch (random.nextInt(3)) {
            case 0 -> condition("nx.domain", c -> c.dns().equals("none"));
            case 1 -> condition("serv.fail", c -> c.dns().equals("fails"));
            default -> condition("not.double.verified", c -> c.dns().equals("lies"));
        };
    }

    /** Few names, of which one ends like another without being below it. */
    static String name(Random random) {
        return oneOf(random, "", "mx.", "a.mx.", "evil")
                + oneOf(random, "example.org", "res.example.org", "example.net");
    }

    private static String anyCase(Random random, String name) {
        return random.nextBoolean() ? name : name.toUpperCase(Locale.ROOT);
    }

    private static NaiveEntry member(String written, Predicate<NaiveClient> means) {
        return new NaiveEntry(written, false, means);
    }

    private static NaiveEntry condition(String written, Predicate<NaiveClient> means) {
        return new NaiveEntry(written, true, means);
    }

    private static int[] octets(Random random, int count) {
        return IntStream.range(0, count).map(i -> octet(random)).toArray();
    }

    private static String dotted(int[] octets) {
        return Arrays.stream(octets).mapToObj(Integer::toString).collect(Collectors.joining("."));
    }

    private static String colons(byte[] bytes) {
        return IntStream.range(0, 8)
                .map(i -> (bytes[2 * i] & 0xff) << 8 | bytes[2 * i + 1] & 0xff)
                .mapToObj(Integer::toHexString)
                .collect(Collectors.joining(":"));
    }

    private static boolean begins(NaiveClient client, int[] octets, int count) {
        return IntStream.range(0, count).allMatch(i -> (client.bytes()[i] & 0xff) == octets[i]);
    }

    private static boolean sharePrefix(byte[] one, byte[] other, int length) {
        int free = one.length * 8 - length;
        return number(one).shiftRight(free).equals(number(other).shiftRight(free));
    }

    private static BigInteger number(byte[] bytes) {
        return new BigInteger(1, bytes);
    }
}
