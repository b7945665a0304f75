package dev.hatcheck.policies.text;

import dev.hatcheck.policies.Entry;
import dev.hatcheck.policies.Note;
import dev.hatcheck.policies.Origin;
import dev.hatcheck.policies.Score;
import dev.hatcheck.policies.Sender;
import dev.hatcheck.policies.address.HostName;
import dev.hatcheck.policies.address.IpAddress;
import dev.hatcheck.policies.address.IpRange;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;

/** Draws senders of every form, each with one of the ways to write it. */
final class RandomSenders {
    private final Random random;

    RandomSenders(Random random) {
        this.random = random;
    }

    Entry entry(Optional<Note> note) {
        Written drawn = draw();
        return new Entry(drawn.sender(), drawn.text(), note, Origin.of("drawn", 0));
    }

    private record Written(Sender sender, String text) {}

    private Written draw() {
        String name = name();
        return switch (random.nextInt(13)) {
            case 0, 1 -> octets();
            case 2 -> block();
            case 3 -> ipv6();
            case 4 -> new Written(new Sender.Host(new HostName(name)), cased(name));
            case 5 -> new Written(new Sender.PartialHost(new HostName(name)), "." + cased(name));
            case 6 -> new Written(new Sender.DnsList(new HostName(name)), cased("dnslist[" + name + "]"));
            case 7 -> scores();
            case 8 -> new Written(new Sender.NoReputation(), cased("sbrs[none]"));
            case 9 -> organization(random.nextInt(1_000));
            case 10 -> new Written(new Sender.Country("DE"), cased("geo[de]"));
            case 11 -> new Written(new Sender.NoPtrRecord(), cased("nx.domain"));
            default ->
                random.nextBoolean()
                        ? new Written(new Sender.PtrLookupFails(), cased("serv.fail"))
                        : new Written(new Sender.PtrDoesNotMatch(), cased("not.double.verified"));
        };
    }

    private String name() {
        return "mx" + random.nextInt(100) + ".some_where.example";
    }

    private String cased(String text) {
        return random.nextBoolean() ? text : text.toUpperCase(Locale.ROOT);
    }

    /** One to four octets, the last of them perhaps a range. */
    private Written octets() {
        int count = random.nextInt(1, 5);
        int from = 0;
        var text = new StringBuilder();
        for (int i = 1; i < count; i++) {
            int octet = random.nextInt(256);
            from = from << 8 | octet;
            text.append(octet).append('.');
        }
        int low = random.nextInt(256);
        int high = random.nextBoolean() ? low : random.nextInt(low, 256);
        text.append(low == high ? Integer.toString(low) : low + "-" + high);
        text.append(count < 4 && random.nextBoolean() ? "." : "");
        int open = 32 - 8 * count;
        IpAddress first = IpAddress.ofV4((from << 8 | low) << open);
        IpAddress last = IpAddress.ofV4((from << 8 | high) << open | (1 << open) - 1);
        return new Written(new Sender.Address(new IpRange(first, last)), text.toString());
    }

    private Written block() {
        IpAddress address = random.nextBoolean() ? v4() : v6();
        int prefixLength = random.nextInt(address.isV4() ? 33 : 129);
        return new Written(new Sender.Address(IpRange.block(address, prefixLength)), address + "/" + prefixLength);
    }

    private Written ipv6() {
        IpAddress address = v6();
        if (random.nextBoolean()) {
            return new Written(new Sender.Address(IpRange.of(address)), cased(address.toString()));
        }
        IpAddress last = new IpAddress(address.high(), address.low() | random.nextInt(0xffff));
        return new Written(new Sender.Address(new IpRange(address, last)), address + "-" + last);
    }

    private IpAddress v4() {
        return IpAddress.ofV4(random.nextInt());
    }

    private IpAddress v6() {
        return new IpAddress(0x2001_0db8_0000_0000L | random.nextInt(3), random.nextBoolean() ? 1 : random.nextLong());
    }

    private Written scores() {
        int low = random.nextInt(-100, 101);
        int high = random.nextInt(low, 101);
        var range = new Sender.ReputationRange(new Score(low), new Score(high));
        return new Written(range, cased("sbrs[" + range.low() + ":" + range.high() + "]"));
    }

    private Written organization(int id) {
        return new Written(new Sender.Organization(id), cased("sbo:" + id));
    }
}
