package dev.hatcheck.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hatcheck.engine.Peer;
import dev.hatcheck.engine.maillog.MailEvent;
import dev.hatcheck.policies.address.IpAddress;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A listener at work opens more ports and closes them. */
class PortsAtRunTimeTest {
    private static final IpAddress PARTNER = IpAddress.read("208.90.57.32").orElseThrow();

    private static final String PARTNER_ONLY = """
            PARTNERS:
                208.90.57.0/26
                $ONE_AT_A_TIME
            $ONE_AT_A_TIME
                ACCEPT { max_concurrency = 1 }
            ALL
                REJECT
            """;

    @Test
    void oneMorePortServesClientsAsTheyCome() throws Exception {
        var diary = new Diary();
        try (var gate = SmtpListener.start(Gates.options().withOnlooker(diary))) {
            InetSocketAddress port = gate.open();
            assertThat(port).isNotEqualTo(gate.smtpAddress());
            Client.greeted(port).close();
            assertThat(diary.next().local).isEqualTo(port);
            Client.greeted(gate.smtpAddress()).close();
            assertThat(diary.next().local).isEqualTo(gate.smtpAddress());
        }
    }

    @Test
    void everyClientOfAPortWithAnIdentityIsThatClient() throws Exception {
        BlockingQueue<MailEvent> events = new LinkedBlockingQueue<>();
        Set<IpAddress> lookedUp = ConcurrentHashMap.newKeySet();
        var options = ListenerOptions.of(Gates.engine(PARTNER_ONLY))
                .withEvents(events::add)
                .withLookup(address -> {
                    lookedUp.add(address);
                    return CompletableFuture.completedFuture(Peer.of(address));
                });
        try (var gate = SmtpListener.start(options)) {
            InetSocketAddress port = gate.open(PARTNER);
            try (var client = Client.greeted(port);
                    var oneTooMany = Client.connect(port);
                    var stranger = Client.connect(gate.smtpAddress())) {
                assertThat(oneTooMany.reply()).containsExactly("421 #4.4.5 Too many connections from your host.");
                assertThat(stranger.reply()).first().asString().startsWith("554");
                assertThat(client.say("QUIT")).containsExactly("221 mail.example");
            }
            assertThat(lookedUp).containsExactlyInAnyOrder(PARTNER, IpAddress.ofV4(0x7f000001));
            var connected = (MailEvent.Connected) events.poll(5, TimeUnit.SECONDS);
            assertThat(connected.peer().address()).isEqualTo(PARTNER);
            assertThat(connected.interfaceAddress()).isEqualTo("127.0.0.1");
        }
    }

    @Test
    void anIdentityMayBeOfIpv6() throws Exception {
        try (var gate = SmtpListener.start(ListenerOptions.of(
                Gates.engine("PARTNERS:\n    2001:db8::/32\n    $A\n$A\n    ACCEPT {}\nALL\n    REJECT\n")))) {
            Client.greeted(gate.open(IpAddress.read("2001:db8::1").orElseThrow()))
                    .close();
        }
    }

    @Test
    void aPortThatIsClosedTakesNobodyAndLeavesItsConnectionsAlone() throws Exception {
        try (var gate = SmtpListener.start(Gates.options())) {
            InetSocketAddress port = gate.open();
            try (var client = Client.greeted(port)) {
                gate.close(port);
                assertThatThrownBy(() -> Client.connect(port)).isInstanceOf(IOException.class);
                assertThat(client.say("NOOP")).containsExactly("250 ok");
                Client.greeted(gate.smtpAddress()).close();
                gate.close(port);
            }
        }
    }

    @Test
    void thePortsThatAListenerWasStartedWithStayOpen() throws Exception {
        try (var gate = SmtpListener.start(Gates.options())) {
            gate.close(gate.smtpAddress());
            Client.greeted(gate.smtpAddress()).close();
        }
    }

    @Test
    void portsComeAndGoOnManyThreadsAtOnce() throws Exception {
        try (var gate = SmtpListener.start(Gates.options());
                ExecutorService threads = Executors.newFixedThreadPool(8)) {
            Callable<Void> comeAndGo = () -> {
                for (int i = 0; i < 25; i++) {
                    InetSocketAddress port = gate.open(PARTNER);
                    Client.greeted(port).close();
                    gate.close(port);
                }
                return null;
            };
            for (Future<Void> done : threads.invokeAll(
                    IntStream.range(0, 8).mapToObj(i -> comeAndGo).toList(), 60, TimeUnit.SECONDS)) {
                done.get();
            }
        }
    }

    @Test
    void aPortIsOpenedAndClosedOnTheListenersOwnThread() throws Exception {
        var gate = new CompletableFuture<SmtpListener>();
        var opened = new CompletableFuture<InetSocketAddress>();
        try (var listener = SmtpListener.start(Gates.options().withOnlooker((local, remote) -> {
            try {
                InetSocketAddress port = gate.join().open();
                gate.join().close(port);
                opened.complete(port);
            } catch (IOException e) {
                opened.completeExceptionally(e);
            }
            return Following.NOTHING;
        }))) {
            gate.complete(listener);
            try (var client = Client.greeted(listener.smtpAddress())) {
                assertThat(opened.get(5, TimeUnit.SECONDS).getPort()).isPositive();
                assertThat(client.say("NOOP")).containsExactly("250 ok");
            }
        }
    }

    @Test
    void aListenerThatIsClosedClosesItsPortsAndOpensNoMore() throws Exception {
        var gate = SmtpListener.start(Gates.options());
        List<InetSocketAddress> ports = List.of(gate.open(), gate.open(PARTNER));
        gate.close();
        for (InetSocketAddress port : ports) {
            assertThatThrownBy(() -> Client.connect(port)).isInstanceOf(IOException.class);
            gate.close(port);
        }
        assertThatIllegalStateException().isThrownBy(gate::open).withMessage("the listener is closed");
    }
}
