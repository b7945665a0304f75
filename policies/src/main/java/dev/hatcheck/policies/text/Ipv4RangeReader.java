package dev.hatcheck.policies.text;

import dev.hatcheck.policies.Esa;
import dev.hatcheck.policies.address.IpAddress;
import dev.hatcheck.policies.address.IpRange;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads the senders that are written with digits and dots, in every form.
 *
 * <p>Up to four octets, where those left out stand for all values ({@code 10.1.} is {@code 10.1.0.0/16}); a range in
 * the last octet written ({@code 10.1-3}); or a prefix length, where octets left out are zero ({@code 10.1/16}).
 */
@Esa({"UG912-4", "APLIB"})
final class Ipv4RangeReader {
    private static final Pattern LEADING_ZERO = Pattern.compile("(?<![0-9])0+(?=[0-9])");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,3}");
    private static final Pattern SHAPE = Pattern.compile("[0-9]+(?:\\.[0-9]+){0,3}+(?:-[0-9]+)?\\.?(?:/.*)?");

    private static final int TOO_LONG = 33;

    private final Problems problems;

    Ipv4RangeReader(Problems problems) {
        this.problems = problems;
    }

    /** The addresses that a word writes; agrees with {@link Ipv4SenderReader#plain} where that reads them. */
    Optional<IpRange> range(Token word, String text) {
        if (LEADING_ZERO.matcher(text).find()) {
            return refuse(
                    word,
                    "has leading zeros, which some programs read as octal: write "
                            + Shown.of(LEADING_ZERO.matcher(text).replaceAll("")));
        }
        if (!SHAPE.matcher(text).matches()) {
            return refuse(
                    word,
                    "is no IPv4 sender: up to four octets are expected, with a range in the last one (10.1.1.1-9) or"
                            + " a prefix length behind them (10.1.0.0/16)");
        }
        int slash = text.indexOf('/');
        return slash < 0
                ? octets(word, withoutDot(text))
                : block(word, withoutDot(text.substring(0, slash)), text.substring(slash + 1));
    }

    private static String withoutDot(String text) {
        return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    }

    private <T> Optional<T> refuse(Token word, String message) {
        return problems.refuse(word, Shown.of(word.text()) + " " + message);
    }

    private Optional<IpRange> octets(Token word, String text) {
        String[] octets = text.split("\\.");
        int bits = 0;
        for (int i = 0; i < octets.length - 1; i++) {
            Optional<Integer> octet = octet(word, octets[i]);
            if (octet.isEmpty()) {
                return Optional.empty();
            }
            bits = bits << 8 | octet.get();
        }
        String last = octets[octets.length - 1];
        int hyphen = last.indexOf('-');
        Optional<Integer> low = octet(word, hyphen < 0 ? last : last.substring(0, hyphen));
        Optional<Integer> high = hyphen < 0 ? low : octet(word, last.substring(hyphen + 1));
        if (low.isEmpty() || high.isEmpty()) {
            return Optional.empty();
        }
        if (low.get() > high.get()) {
            return refuse(
                    word,
                    "runs backwards: write "
                            + Shown.of(
                                    text.substring(0, text.length() - last.length()) + high.get() + "-" + low.get()));
        }
        int open = 32 - 8 * octets.length;
        return Optional.of(new IpRange(
                IpAddress.ofV4((bits << 8 | low.get()) << open),
                IpAddress.ofV4((bits << 8 | high.get()) << open | (1 << open) - 1)));
    }

    private Optional<Integer> octet(Token word, String digits) {
        int octet = NUMBER.matcher(digits).matches() ? Integer.parseInt(digits) : 256;
        return octet > 255 ? refuse(word, "has an octet above 255") : Optional.of(octet);
    }

    private Optional<IpRange> block(Token word, String address, String length) {
        int bits = NUMBER.matcher(length).matches() ? Integer.parseInt(length) : TOO_LONG;
        if (bits > 32) {
            return problems.refuse(word, "a prefix length of IPv4 is 0 to 32, not " + Shown.of(length));
        }
        if (address.indexOf('-') >= 0) {
            return refuse(word, "has a range and a prefix length, where one of them is expected");
        }
        Optional<IpRange> octets = octets(word, address);
        if (octets.isEmpty()) {
            return octets;
        }
        IpAddress written = octets.get().first();
        IpRange block = IpRange.block(written, bits);
        if (!block.first().equals(written)) {
            problems.warning(word, new Doubt.BitsBehindPrefix(word.text(), block.first() + "/" + bits));
        }
        return Optional.of(block);
    }
}
