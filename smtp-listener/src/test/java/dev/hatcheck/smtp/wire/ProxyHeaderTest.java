package dev.hatcheck.smtp.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hatcheck.policies.address.IpAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProxyHeaderTest {
    private static final String SIGNATURE = "0D0A0D0A000D0A515549540A";
    private static final String FROM_V4 = "C0000201 C0000219 8B3E 0019";
    private static final String FROM_V6 = "20010DB8000000000000000000000001 20010DB8000000000000000000000019 8B3E 0019";

    @Nested
    class Version1 {
        @ParameterizedTest
        @CsvSource({
            "PROXY TCP4 192.0.2.1 192.0.2.25 35646 25,           192.0.2.1",
            "PROXY TCP4 0.0.0.0 255.255.255.255 0 65535,         0.0.0.0",
            "PROXY TCP6 2001:db8::1 2001:db8::25 35646 25,       2001:db8::1",
            "PROXY TCP6 2001:DB8:0:0:0:0:0:1 ::1 35646 25,       2001:db8::1",
            "PROXY TCP6 ::ffff:c000:201 ::1 35646 25,            192.0.2.1",
            "PROXY TCP6 ::ffff:192.0.2.1 ::1 35646 25,           192.0.2.1"
        })
        void namesTheClient(String line, String client) {
            assertThat(read(line + "\r\n")).isEqualTo(proxied(client));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "PROXY UNKNOWN",
                    "PROXY UNKNOWN ",
                    "PROXY UNKNOWN whatever  this is",
                    "PROXY UNKNOWN ffff:f:f:f:f:f:f:ffff ffff:f:f:f:f:f:f:ffff 65535 65535"
                })
        void ofAnUnknownClientKeepsTheAddressOfTheSocket(String line) {
            assertThat(read(line + "\r\n")).isEqualTo(new ProxyHeader.Result.KeepSocketAddress());
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "PROXY TCP4  192.0.2.1 192.0.2.25 35646 25",
                    "PROXY TCP4 192.0.2.1\t192.0.2.25 35646 25",
                    " PROXY TCP4 192.0.2.1 192.0.2.25 35646 25",
                    "PROXY TCP4 192.0.2.1 192.0.2.25 35646 25 ",
                    "PROXY TCP4 192.0.2.1 192.0.2.25 35646",
                    "PROXY TCP4 192.0.2.1 192.0.2.25 35646 25 25",
                    "PROXY TCP4",
                    "PROXY ",
                    "PROXY",
                    "proxy TCP4 192.0.2.1 192.0.2.25 35646 25",
                    "PROXY tcp4 192.0.2.1 192.0.2.25 35646 25",
                    "PROXY UDP4 192.0.2.1 192.0.2.25 35646 25",
                    "PROXY unknown",
                    "PROXY UNKNOWNS",
                    "PROXY TCP4 192.0.2.1 192.0.2.25 035646 25",
                    "PROXY TCP4 192.0.2.1 192.0.2.25 35646 025",
                    "PROXY TCP4 192.0.2.1 192.0.2.25 65536 25",
                    "PROXY TCP4 192.0.2.1 192.0.2.25 -1 25",
                    "PROXY TCP4 192.0.2.1 192.0.2.25 +1 25",
                    "PROXY TCP4 192.0.2.1 192.0.2.25 0x19 25",
                    "PROXY TCP4 192.0.2.1 192.0.2.25 99999999999 25",
                    "PROXY TCP4 192.0.2.01 192.0.2.25 35646 25",
                    "PROXY TCP4 192.0.2 192.0.2.25 35646 25",
                    "PROXY TCP4 192.0.2.256 192.0.2.25 35646 25",
                    "PROXY TCP4 2001:db8::1 192.0.2.25 35646 25",
                    "PROXY TCP4 192.0.2.1 2001:db8::25 35646 25",
                    "PROXY TCP6 192.0.2.1 2001:db8::25 35646 25",
                    "PROXY TCP6 2001:db8::1%eth0 2001:db8::25 35646 25",
                    "PROXY TCP6 2001:db8::1::2 2001:db8::25 35646 25",
                    "PROXY TCP6 [2001:db8::1] 2001:db8::25 35646 25",
                    "PROXY TCP4 mail.example 192.0.2.25 35646 25",
                    "PROXY TCP4 192.0.2.1 192.0.2.25 35646 25\n",
                    "PROXY TCP4 192.0.2.1 192.0.2.25 35646 25\r",
                    "PROXY TCP4 192.0.2.1 192.0.2.25 35646 25\nEHLO client.example",
                    "EHLO client.example"
                })
        void isRefusedWhereItsGrammarIsNotKept(String line) {
            assertThat(read(line + "\r\n")).isInstanceOf(ProxyHeader.Result.Refused.class);
        }

        @Test
        void hasAtMost107Bytes() {
            String rest = "x".repeat(107 - "PROXY UNKNOWN \r\n".length());
            assertThat(read("PROXY UNKNOWN " + rest + "\r\n")).isEqualTo(new ProxyHeader.Result.KeepSocketAddress());
            assertThat(read("PROXY UNKNOWN " + rest + "x\r\n")).isInstanceOf(ProxyHeader.Result.Refused.class);
        }

        @Test
        void isRefusedAsSoonAsALineFeedStandsAlone() {
            assertThat(read("PROXY TCP4 192.0.2.1 192.0.2.25 35646 25\n"))
                    .isInstanceOf(ProxyHeader.Result.Refused.class);
            assertThat(read("PROXY UNKNOWN \n \r \r\n")).isEqualTo(new ProxyHeader.Result.KeepSocketAddress());
        }

        @Test
        void isRefusedWithItsFirstWrongByte() {
            assertThat(read("E")).isInstanceOf(ProxyHeader.Result.Refused.class);
            assertThat(read("PROXY")).isInstanceOf(ProxyHeader.Result.Incomplete.class);
        }
    }

    @Nested
    class Version2 {
        @Test
        void namesTheClient() {
            assertThat(read(block("21 11", FROM_V4))).isEqualTo(proxied("192.0.2.1"));
            assertThat(read(block("21 21", FROM_V6))).isEqualTo(proxied("2001:db8::1"));
        }

        @Test
        void takesAMappedAddressForTheIpv4AddressThatItIs() {
            assertThat(read(block("21 21", "00000000000000000000FFFFC0000201" + "00".repeat(20))))
                    .isEqualTo(proxied("192.0.2.1"));
        }

        @ParameterizedTest
        @CsvSource({
            "20 00, ''",
            "20 11, " + FROM_V4,
            "20 11, C000",
            "20 FF, 0102030405",
            "21 00, ''",
            "21 00, 0102030405"
        })
        void ofTheProxyItselfOrOfAnUnspecifiedClientKeepsTheAddressOfTheSocket(String kind, String rest) {
            assertThat(read(block(kind, rest))).isEqualTo(new ProxyHeader.Result.KeepSocketAddress());
        }

        @ParameterizedTest
        @CsvSource({
            "11 11, another version",
            "31 11, another version",
            "A1 11, another version",
            "22 11, another command",
            "2F 11, another command",
            "21 12, UDP over IPv4",
            "21 22, UDP over IPv6",
            "21 31, a UNIX stream",
            "21 32, UNIX datagrams",
            "21 41, another family",
            "21 F1, another family",
            "21 01, a transport without a family",
            "21 10, a family without a transport",
            "21 20, a family without a transport",
            "21 30, a family without a transport",
            "21 13, another transport",
            "21 1F, another transport"
        })
        void isRefusedOfAnotherKind(String kind, String why) {
            assertThat(read(block(kind, FROM_V4 + "00".repeat(204))))
                    .as(why)
                    .isInstanceOf(ProxyHeader.Result.Refused.class);
        }

        @ParameterizedTest
        @CsvSource({
            "21 11, '', no addresses",
            "21 11, C0000201 C0000219 8B3E 00, a byte too few",
            "21 21, " + FROM_V4 + ", addresses of IPv4 only",
            "21 11, " + FROM_V4 + " 04, a type without a length",
            "21 11, " + FROM_V4 + " 04 00, half a length",
            "21 11, " + FROM_V4 + " 04 0001, a value that is missing",
            "21 11, " + FROM_V4 + " 04 0001 00 00, a byte behind the last value",
            "21 11, " + FROM_V4 + " 04 FFFF 00, a value longer than the block",
            "21 11, " + FROM_V4 + " 03 0004 00000000, a wrong checksum",
            "21 11, " + FROM_V4 + " 03 0003 000000, a short checksum",
            "21 11, " + FROM_V4 + " 03 0000, no checksum"
        })
        void isRefusedWhenItsLengthsOrItsChecksumAreWrong(String kind, String rest, String why) {
            assertThat(read(block(kind, rest))).as(why).isInstanceOf(ProxyHeader.Result.Refused.class);
        }

        @Test
        void mayCarryMoreThanAddresses() {
            assertThat(read(block("21 11", FROM_V4 + "02 000C 6D61696C2E6578616D706C65 04 0000 E0 0001 00")))
                    .isEqualTo(proxied("192.0.2.1"));
        }

        @Test
        void mayFillTheLargestBlock() {
            int padding = 0xffff - 12 - 3;
            assertThat(read(block("21 11", FROM_V4 + "04" + "%04X".formatted(padding) + "00".repeat(padding))))
                    .isEqualTo(proxied("192.0.2.1"));
        }

        @Test
        void mayProveItselfByAChecksum() {
            byte[] header = checksummed(block("21 11", FROM_V4 + "04 0002 0000 03 0004 00000000"));
            assertThat(read(header)).isEqualTo(proxied("192.0.2.1"));
            for (int i = 16; i < header.length - 7; i++) {
                byte[] damaged = header.clone();
                damaged[i] ^= 1;
                assertThat(read(damaged)).as("byte " + i).isInstanceOf(ProxyHeader.Result.Refused.class);
            }
        }

        @Test
        void provesItselfOnceOnly() {
            byte[] header = checksummed(block("21 11", FROM_V4 + "03 0004 00000000 03 0004 00000000"));
            assertThat(read(header)).isInstanceOf(ProxyHeader.Result.Refused.class);
        }

        /** With the checksum put into the last four bytes. */
        private static byte[] checksummed(byte[] header) {
            var checksum = new CRC32C();
            checksum.update(header);
            ByteBuffer.wrap(header).putInt(header.length - 4, (int) checksum.getValue());
            return header;
        }
    }

    private static final List<byte[]> SAMPLES = List.of(
            ascii("PROXY TCP4 192.0.2.1 192.0.2.25 35646 25\r\n"),
            ascii("PROXY UNKNOWN\r\n"),
            ascii("PROXY TCP4 192.0.2.1 192.0.2.25 035646 25\r\n"),
            block("21 11", FROM_V4 + "04 0002 0000"),
            block("21 21", FROM_V6),
            block("20 00", ""),
            block("21 12", FROM_V4));

    @RepeatedTest(50)
    void isReadTheSameHoweverItIsCutAndLeavesWhatFollows(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        for (byte[] sample : SAMPLES) {
            byte[] sent = Arrays.copyOf(sample, sample.length + random.nextInt(20));
            var whole = ByteBuffer.wrap(sent);
            ProxyHeader.Result expected = new ProxyHeader().received(whole);
            assertThat(whole.position()).isEqualTo(sample.length);

            var header = new ProxyHeader();
            List<ProxyHeader.Result> results = new ArrayList<>();
            int taken = 0;
            while (taken < sample.length) {
                int piece = Math.min(1 + random.nextInt(20), sent.length - taken);
                var bytes = ByteBuffer.wrap(sent, taken, piece);
                results.add(header.received(bytes));
                taken = bytes.position();
            }
            assertThat(taken).isEqualTo(sample.length);
            assertThat(results.removeLast()).isEqualTo(expected);
            assertThat(results).allMatch(ProxyHeader.Result.Incomplete.class::isInstance);
        }
    }

    @RepeatedTest(50)
    void neverThrowsWhateverComes(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        for (int i = 0; i < 200; i++) {
            byte[] noise = SAMPLES.get(random.nextInt(SAMPLES.size())).clone();
            for (int changes = random.nextInt(4); changes > 0; changes--) {
                noise[random.nextInt(noise.length)] = (byte) random.nextInt();
            }
            assertThat(read(noise)).isNotNull();
        }
    }

    private static ProxyHeader.Result read(String header) {
        return read(ascii(header));
    }

    private static ProxyHeader.Result read(byte[] header) {
        return new ProxyHeader().received(ByteBuffer.wrap(header));
    }

    private static ProxyHeader.Result proxied(String client) {
        return new ProxyHeader.Result.Proxied(IpAddress.read(client).orElseThrow());
    }

    private static byte[] block(String kind, String rest) {
        byte[] behind = hex(rest);
        return hex(SIGNATURE
                + kind
                + "%04X".formatted(behind.length)
                + HexFormat.of().formatHex(behind));
    }

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits.replace(" ", ""));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
