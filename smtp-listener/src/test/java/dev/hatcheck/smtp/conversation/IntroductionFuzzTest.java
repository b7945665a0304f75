package dev.hatcheck.smtp.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hatcheck.engine.Engine;
import dev.hatcheck.engine.Peer;
import dev.hatcheck.engine.Verdict;
import dev.hatcheck.engine.maillog.Icid;
import dev.hatcheck.engine.maillog.MailEvent;
import dev.hatcheck.policies.MailFlowPolicy;
import dev.hatcheck.policies.address.IpAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Whatever a trusted peer sends, in whatever pieces, it gets replies that are in the book; every client that is
 * introduced is closed in the log before the next one comes, and none is left in the count.
 */
class IntroductionFuzzTest {
    private static final List<String> SCRAPS = List.of(
            "XCLIENT ADDR=192.0.2.7\r\n",
            "XCLIENT ADDR=192.0.2.8 NAME=mx.example HELO=me\r\n",
            "xclient ADDR=192.0.2.9\r\n",
            "XCLIENT ADDR=192.0.2.10\n",
            "XCLIENT ADDR=[UNAVAILABLE] NAME=[TEMPUNAVAIL]\r\n",
            "XCLIENT HELO=a+0D+0A\r\n",
            "XCLIENT ",
            "ADDR=192.0.2.7",
            " NAME=",
            "EHLO x\r\n",
            "HELO\r\n",
            "NOOP\r\n",
            "RSET\r\n",
            "MAIL FROM:<a@b.example>\r\n",
            "RCPT TO:<a@b.example>\r\n",
            "DATA\r\n",
            "\r\n.\r\n",
            "\r\n",
            "\n",
            "\0",
            "\u00ff",
            "STARTTLS\r\n",
            "QUIT\r\n",
            "x".repeat(3000));

    private static final Engine ENGINE = Tables.engine("""
            REJECTED:
                192.0.2.9
                REJECT
            REFUSED:
                192.0.2.10
                TCPREFUSE
            ALL
                ACCEPT { tls = "on" }
            """, Tables.PUBLIC);

    @Test
    void bytesOfAnyKindLeaveNoClientBehind() {
        int introduced = 0;
        for (long seed = 0; seed < 3_000; seed++) {
            var random = new Random(seed);
            var peer = new IntroducedTalk(ENGINE);
            var said = new StringBuilder();
            var replies = new StringBuilder();
            for (int i = random.nextInt(40); i > 0; i--) {
                String scrap = random.nextInt(4) == 0 ? noise(random) : SCRAPS.get(random.nextInt(SCRAPS.size()));
                said.append(scrap);
                replies.append(peer.say(scrap));
            }
            assertThat(KnownReplies.knows(replies.toString()))
                    .as("seed %d: %s%nwas answered%n%s", seed, said, replies)
                    .isTrue();
            peer.talk().ifPresent(IntroductionFuzzTest::endsWell);
            introduced += peer.talk().isPresent() ? 1 : 0;
        }
        assertThat(introduced).isGreaterThan(500);
    }

    private static void endsWell(Talk talk) {
        talk.conversation.lost();
        talk.obey();
        assertThat(talk.conversation.hasAction()).isFalse();
        List<Icid> open = new ArrayList<>();
        for (MailEvent event : talk.events) {
            if (event instanceof MailEvent.Connected(var icid, var interfaceAddress, var peer)) {
                assertThat(open)
                        .as("a client comes when the one before is gone")
                        .isEmpty();
                open.add(icid);
            } else if (event instanceof MailEvent.Closed(var icid)) {
                assertThat(open.remove(icid)).isTrue();
            }
        }
        assertThat(open).isEmpty();
        for (String address : List.of("192.0.2.1", "192.0.2.7", "192.0.2.8")) {
            assertThat(isCounted(talk, address)).as(address).isFalse();
        }
    }

    /** A policy that lets in one connection of an address at a time tells whether one is there. */
    private static boolean isCounted(Talk talk, String address) {
        MailFlowPolicy one = Tables.accepting("max_concurrency = 1")
                .admit(Peer.of(Talk.CLIENT))
                .policy();
        return talk.concurrency.enter(IpAddress.read(address).orElseThrow(), one, ENGINE.settings()) != Verdict.OBEY;
    }

    private static String noise(Random random) {
        byte[] bytes = new byte[random.nextInt(40)];
        random.nextBytes(bytes);
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
