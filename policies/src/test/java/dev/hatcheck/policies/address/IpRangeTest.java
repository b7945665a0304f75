package dev.hatcheck.policies.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IpRangeTest {
    @ParameterizedTest
    @CsvSource({
        "192.0.2.1, 192.0.2.1, 192.0.2.1",
        "208.90.57.0/26, 208.90.57.0, 208.90.57.63",
        "192.0.2.77/24, 192.0.2.0, 192.0.2.255",
        "192.0.2.1/0, 0.0.0.0, 255.255.255.255",
        "2001:db8::1/32, 2001:db8::, 2001:db8:ffff:ffff:ffff:ffff:ffff:ffff",
        "::/0, ::, ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
        "::ffff:192.0.2.77/120, 192.0.2.0, 192.0.2.255",
        "::ffff:0:0/96, 0.0.0.0, 255.255.255.255",
        "::ffff:0:0/90, ::ffc0:0:0, ::fffe:ffff:ffff",
        "::/80, ::, ::fffe:ffff:ffff"
    })
    void aRangeHasAFirstAndALastAddress(String text, String first, String last) {
        IpRange range = IpRange.read(text).orElseThrow();

        assertThat(range.first()).hasToString(first);
        assertThat(range.last()).hasToString(last);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "/8",
                "10.0.0.0/",
                "10.0.0.0/33",
                "10.0.0.0/-1",
                "10.0.0.0/08",
                "10.0.0.0/8/8",
                "10/8",
                "10.0.0.0/255.0.0.0",
                "::/129",
                "::/0128",
                "::/1 ",
                "10.0.0.0/٨"
            })
    void nothingElseIsARange(String text) {
        assertThat(IpRange.read(text)).isEmpty();
    }

    @Test
    void noIpv4AddressLiesInARangeOfIpv6() {
        IpRange everything = IpRange.read("::/0").orElseThrow();

        assertThat(everything.contains(IpAddress.read("2001:db8::1").orElseThrow()))
                .isTrue();
        assertThat(everything.contains(IpAddress.ofV4(0x0a00_0001))).isFalse();
    }

    @Test
    void aBlockSharesItsFirstBits() {
        IpAddress within = IpAddress.read("10.1.2.3").orElseThrow();

        assertThat(IpRange.block(within, 16))
                .isEqualTo(IpRange.read("10.1.0.0/16").orElseThrow());
        assertThatIllegalArgumentException().isThrownBy(() -> IpRange.block(within, 33));
    }

    @Test
    void aRangeIsWrittenAsTheShortestListOfBlocks() {
        assertThat(range("192.0.2.0", "192.0.2.63").blocks()).containsExactly("192.0.2.0/26");
        assertThat(range("192.0.2.1", "192.0.2.6").blocks())
                .containsExactly("192.0.2.1", "192.0.2.2/31", "192.0.2.4/31", "192.0.2.6");
        assertThat(range("192.0.2.7", "192.0.2.7").blocks()).containsExactly("192.0.2.7");
        assertThat(range("0.0.0.0", "255.255.255.255").blocks()).containsExactly("0.0.0.0/0");
        assertThat(range("2001:db8::", "2001:db8::2").blocks()).containsExactly("2001:db8::/127", "2001:db8::2");
    }

    @Test
    void onlyAnAddressOrABlockOfIpv4HasAPlainText() {
        var random = new Random(5);
        int plain = 0;
        for (int i = 0; i < 20_000; i++) {
            IpRange block = IpRange.block(IpAddress.ofV4(random.nextInt()), random.nextInt(33));
            int spare = random.nextInt(3) - 1;
            IpRange range = spare < 0
                            || block.last().low() - spare < block.first().low()
                    ? block
                    : new IpRange(
                            block.first(), IpAddress.ofV4((int) block.last().low() - spare));

            assertThat(range.plainText())
                    .isEqualTo(Optional.of(range.blocks())
                            .filter(blocks -> blocks.size() == 1)
                            .map(List::getFirst));
            plain += range.plainText().isPresent() ? 1 : 0;
        }
        assertThat(plain).isBetween(10_000, 19_000);
        assertThat(IpRange.read("2001:db8::/32").orElseThrow().plainText()).isEmpty();
    }

    /** Each block is read back, they follow each other without a gap, and no two beside each other are one. */
    @Test
    void theBlocksOfARangeMakeIt() {
        var random = new Random(1);
        for (int i = 0; i < 2_000; i++) {
            int first = random.nextInt();
            int size = random.nextInt(1 << random.nextInt(1, 24));
            if (Integer.compareUnsigned(first, first + size) > 0) {
                continue;
            }
            IpRange range = new IpRange(IpAddress.ofV4(first), IpAddress.ofV4(first + size));
            List<IpRange> blocks = range.blocks().stream()
                    .map(text -> IpRange.read(text).orElseThrow())
                    .toList();
            assertThat(blocks.getFirst().first()).isEqualTo(range.first());
            assertThat(blocks.getLast().last()).isEqualTo(range.last());
            for (int next = 1; next < blocks.size(); next++) {
                IpRange one = blocks.get(next - 1);
                IpRange other = blocks.get(next);
                assertThat(other.first().low()).isEqualTo(one.last().low() + 1);
                long sizeOfOne = one.last().low() - one.first().low();
                boolean isEqual =
                        sizeOfOne == other.last().low() - other.first().low();
                boolean isAligned = (one.first().low() & (2 * (sizeOfOne + 1) - 1)) == 0;
                assertThat(isEqual && isAligned).as(range.toString()).isFalse();
            }
        }
    }

    private static IpRange range(String first, String last) {
        return new IpRange(
                IpAddress.read(first).orElseThrow(), IpAddress.read(last).orElseThrow());
    }
}
