package dev.hatcheck.policies.text;

import dev.hatcheck.policies.Sender;
import dev.hatcheck.policies.address.IpAddress;
import dev.hatcheck.policies.address.IpRange;
import java.util.Optional;

/** Reads the senders that are written with digits and dots: the plain ones itself, as nearly all are. */
final class Ipv4SenderReader {
    private static final int TOO_LONG = 33;

    private final Problems problems;

    Ipv4SenderReader(Problems problems) {
        this.problems = problems;
    }

    Optional<Sender> read(Token word) {
        Optional<IpRange> plain = plain(word.text());
        Optional<IpRange> range = plain.isPresent() ? plain : new Ipv4RangeReader(problems).range(word, word.text());
        return range.isPresent() ? Optional.of(new Sender.Address(range.get())) : Optional.empty();
    }

    /** Whole addresses, and blocks of such with no bits behind the prefix, in one go. */
    static Optional<IpRange> plain(String text) {
        int slash = text.indexOf('/');
        Optional<IpAddress> within = IpAddress.read(slash < 0 ? text : text.substring(0, slash));
        int bits = slash < 0 ? 32 : prefixLength(text, slash + 1);
        if (within.isEmpty() || bits > 32) {
            return Optional.empty();
        }
        IpRange block = IpRange.block(within.get(), bits);
        return block.first().equals(within.get()) ? Optional.of(block) : Optional.empty();
    }

    /** The number of one or two digits without a leading zero that ends a text, or one that is too long. */
    private static int prefixLength(String text, int from) {
        int digits = text.length() - from;
        boolean isPlain = digits == 1 || digits == 2 && text.charAt(from) != '0';
        int bits = 0;
        for (int i = from; i < text.length() && isPlain; i++) {
            isPlain = text.charAt(i) >= '0' && text.charAt(i) <= '9';
            bits = bits * 10 + text.charAt(i) - '0';
        }
        return isPlain ? bits : TOO_LONG;
    }
}
