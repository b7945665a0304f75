package dev.hatcheck.policies.address;

import static org.assertj.core.api.Assertions.assertThat;

import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The IPAddress library and we agree on every block, at its edges and far from it. */
class IpAddressLibraryAsOracleTest {
    private static final int BLOCKS = 500;

    @Test
    void blocksOfIpv4HoldTheSameAddresses() {
        for (int seed = 0; seed < BLOCKS; seed++) {
            var random = new Random(seed);
            agree(bytes(random, 4), random.nextInt(33), random);
        }
    }

    @Test
    void blocksOfIpv6HoldTheSameAddresses() {
        for (int seed = 0; seed < BLOCKS; seed++) {
            var random = new Random(seed);
            agree(bytes(random, 16), random.nextInt(129), random);
        }
    }

    @Test
    void whatWeReadTheLibraryReadsAlike() {
        for (int seed = 0; seed < 20_000; seed++) {
            String text = scribble(new Random(seed));
            IpAddress.read(text).ifPresent(address -> {
                IPAddress theirs = new IPAddressString(text).getAddress();
                assertThat(IpAddress.of(theirs.getBytes())).as(text).isEqualTo(address);
                assertThat(IpAddress.read(address.toString())).as(text).contains(address);
            });
        }
    }

    @Test
    void groupsOfIpv6AreReadAsTheLibraryReadsThem() {
        int plain = 0;
        for (int seed = 0; seed < 50_000; seed++) {
            String text = groups(new Random(seed));
            Optional<IpAddress> read = Ipv6Text.groups(text);
            if (read.isPresent()) {
                plain++;
                assertThat(read).as(text).isEqualTo(Ipv6Text.byLibrary(text));
            }
        }
        assertThat(plain).isGreaterThan(1_000);
    }

    private static void agree(byte[] bytes, int prefixLength, Random random) {
        String text = IpAddress.of(bytes) + "/" + prefixLength;
        IpRange ours = IpRange.read(text).orElseThrow();
        IPAddress theirs = new IPAddressString(text).getAddress().toPrefixBlock();

        assertThat(ours.first().bytes()).as(text).isEqualTo(theirs.getLower().getBytes());
        assertThat(ours.last().bytes()).as(text).isEqualTo(theirs.getUpper().getBytes());
        for (int bit = 0; bit < bytes.length * 8; bit++) {
            byte[] other = bytes.clone();
            other[bit / 8] ^= (byte) (0x80 >> bit % 8);
            agree(text, ours, theirs, other);
        }
        agree(text, ours, theirs, bytes(random, bytes.length));
    }

    private static void agree(String text, IpRange ours, IPAddress theirs, byte[] bytes) {
        IpAddress address = IpAddress.of(bytes);
        assertThat(ours.contains(address))
                .as("%s in %s", address, text)
                .isEqualTo(theirs.contains(new IPAddressString(address.toString()).getAddress()));
    }

    private static byte[] bytes(Random random, int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    /** Pieces that addresses are made of, in no particular order. */
    private static String scribble(Random random) {
        String[] pieces = {":", ":", "::", ".", "0", "1", "ffff", "192.0.2.1", "10.", "255", "db8", "2001:", "00", "a:b"
        };
        var text = new StringBuilder();
        for (int i = random.nextInt(2, 12); i > 0; i--) {
            text.append(pieces[random.nextInt(pieces.length)]);
        }
        return text.toString();
    }

    /** About as many groups as an address has, with something between and around them that may be wrong. */
    private static String groups(Random random) {
        String[] separators = {":", ":", ":", ":", ":", ":", "::", random.nextInt(20) == 0 ? ":::" : ":"};
        String[] edges = {"", "", "", "", "::", random.nextInt(5) == 0 ? ":" : "", random.nextInt(5) == 0 ? "g" : ""};
        var text = new StringBuilder(edges[random.nextInt(edges.length)]);
        for (int left = random.nextInt(9); left >= 0; left--) {
            text.append(Integer.toHexString(random.nextInt() >>> random.nextInt(15, 32)));
            text.append(
                    left == 0 ? edges[random.nextInt(edges.length)] : separators[random.nextInt(separators.length)]);
        }
        return random.nextBoolean() ? text.toString() : text.toString().toUpperCase(Locale.ROOT);
    }
}
