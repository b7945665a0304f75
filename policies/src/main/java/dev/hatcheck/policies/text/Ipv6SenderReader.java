package dev.hatcheck.policies.text;

import dev.hatcheck.policies.Esa;
import dev.hatcheck.policies.Sender;
import dev.hatcheck.policies.address.IpAddress;
import dev.hatcheck.policies.address.IpRange;
import java.util.Optional;

/** Reads the senders that are written with colons: an address of IPv6, two of them with a hyphen between, a block. */
@Esa({"UG912-4", "APLIB"})
final class Ipv6SenderReader {
    private final Problems problems;

    Ipv6SenderReader(Problems problems) {
        this.problems = problems;
    }

    Optional<Sender> read(Token word) {
        String text = word.text();
        int slash = text.indexOf('/');
        int hyphen = text.indexOf('-');
        Optional<IpRange> range;
        if (slash >= 0) {
            range = block(word, text, text.substring(0, slash));
        } else if (hyphen >= 0) {
            range = range(word, text.substring(0, hyphen), text.substring(hyphen + 1));
        } else {
            range = address(word, text).map(IpRange::of);
        }
        return range.map(Sender.Address::new);
    }

    private Optional<IpAddress> address(Token word, String text) {
        Optional<IpAddress> address = IpAddress.read(text);
        return address.isPresent()
                ? address
                : problems.refuse(word, Shown.of(text) + " holds a colon, but is no IPv6 address");
    }

    private Optional<IpRange> block(Token word, String text, String within) {
        Optional<IpAddress> address = address(word, within);
        if (address.isEmpty()) {
            return Optional.empty();
        }
        Optional<IpRange> block = IpRange.read(text);
        if (block.isEmpty()) {
            return problems.refuse(
                    word, "a prefix length of IPv6 is 0 to 128, not " + Shown.of(text.substring(within.length() + 1)));
        }
        IpAddress first = block.get().first();
        if (!first.equals(address.get())) {
            problems.warning(
                    word, new Doubt.BitsBehindPrefix(text, block.get().blocks().getFirst()));
        }
        return block;
    }

    private Optional<IpRange> range(Token word, String from, String to) {
        Optional<IpAddress> first = address(word, from);
        Optional<IpAddress> last = address(word, to);
        if (first.isEmpty() || last.isEmpty()) {
            return Optional.empty();
        }
        if (first.get().isV4() != last.get().isV4()) {
            return problems.refuse(word, Shown.of(word.text()) + " reaches from IPv6 into IPv4: write two ranges");
        }
        if (first.get().compareTo(last.get()) > 0) {
            return problems.refuse(word, Shown.of(word.text()) + " runs backwards: write " + Shown.of(to + "-" + from));
        }
        return Optional.of(new IpRange(first.get(), last.get()));
    }
}
