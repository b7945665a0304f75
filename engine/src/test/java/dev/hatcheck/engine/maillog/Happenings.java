package dev.hatcheck.engine.maillog;

import dev.hatcheck.engine.Country;
import dev.hatcheck.engine.Peer;
import dev.hatcheck.engine.Reputation;
import dev.hatcheck.engine.ReverseDns;
import dev.hatcheck.engine.connect.Admission;
import dev.hatcheck.policies.ConnectionBehavior;
import dev.hatcheck.policies.Entry;
import dev.hatcheck.policies.ListenerSettings;
import dev.hatcheck.policies.ListenerType;
import dev.hatcheck.policies.MailFlowPolicy;
import dev.hatcheck.policies.Origin;
import dev.hatcheck.policies.Score;
import dev.hatcheck.policies.Sender;
import dev.hatcheck.policies.WrittenPolicy;
import dev.hatcheck.policies.address.HostName;
import dev.hatcheck.policies.address.IpAddress;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Clients and verdicts to tell of. */
final class Happenings {
    static final Peer UNKNOWN = Peer.of(address("192.0.2.7"));
    static final Peer VERIFIED = UNKNOWN.with(new ReverseDns.Verified(new HostName("mx.example.org")));
    static final Peer KNOWN = new Peer(
            address("192.0.2.7"),
            new ReverseDns.Mismatch(new HostName("mx.example.org")),
            new Reputation.Scored(new Score(52)),
            new Country.Known("US", "United States"),
            OptionalLong.empty());

    private Happenings() {}

    static IpAddress address(String text) {
        return IpAddress.read(text).orElseThrow();
    }

    static Peer with(Reputation reputation, Country country) {
        return new Peer(address("192.0.2.7"), new ReverseDns.NoRecord(), reputation, country, OptionalLong.empty());
    }

    static Admission group(ConnectionBehavior behavior, String group, Sender sender, String written) {
        return admission(behavior, Optional.of(group), sender, written);
    }

    static Admission alone(ConnectionBehavior behavior, Sender sender, String written) {
        return admission(behavior, Optional.empty(), sender, written);
    }

    private static Admission admission(
            ConnectionBehavior behavior, Optional<String> group, Sender sender, String written) {
        var policy = new WrittenPolicy(behavior, List.of());
        return new Admission(
                group,
                new Entry(sender, written, Optional.empty(), Origin.of("test.hat", 1)),
                MailFlowPolicy.inline(policy, ListenerSettings.of(ListenerType.PUBLIC)));
    }
}
