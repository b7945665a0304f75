package dev.hatcheck.cli.probe;

import dev.hatcheck.cli.input.PeerName;
import dev.hatcheck.policies.address.IpAddress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Tries servers until one takes the connection.
 *
 * @param directory knows their addresses
 * @param dialer connects
 * @param deadline when all must be over; who does not answer gets half of what is left, so that others get their turn
 */
record Caller(Directory directory, Dialer dialer, Deadline deadline) {
    private static final int TOLD = 3;
    private static final String NOWHERE =
            "give the host an address in DNS, and see to it that the name servers which are asked (--dns) can be reached";

    /** A server that took the connection. */
    record Connected(Candidates.Server server, IpAddress address, Line line) {
        @Override
        public String toString() {
            return server.host().equals(new PeerName.Numbered(address))
                    ? server.toString()
                    : server.host() + " at " + address + " port " + server.port();
        }
    }

    private record Place(Candidates.Server server, IpAddress address) {
        private InetSocketAddress socketAddress() {
            try {
                return new InetSocketAddress(InetAddress.getByAddress(address.bytes()), server.port());
            } catch (UnknownHostException impossible) {
                throw new IllegalStateException("an address has 4 or 16 bytes", impossible);
            }
        }
    }

    /** The first that takes it. */
    Connected connect(Candidates candidates) throws StepFailed {
        var complaints = new ArrayList<String>();
        boolean anyAddress = false;
        for (Candidates.Server server : candidates.servers()) {
            for (IpAddress address : addresses(server.host(), complaints)) {
                anyAddress = true;
                try {
                    return new Connected(server, address, Line.on(dial(new Place(server, address)), deadline));
                } catch (IOException refused) {
                    complaints.add(address + " port " + server.port() + ": " + Reason.of(refused));
                }
            }
        }
        throw anyAddress
                ? new StepFailed(Verdict.REFUSED, told(complaints))
                : new StepFailed(Verdict.NO_MX, told(complaints), NOWHERE);
    }

    private List<IpAddress> addresses(PeerName host, List<String> complaints) {
        if (deadline.left().isZero()) {
            complaints.add(host + " was not asked, as time is up");
            return List.of();
        }
        List<IpAddress> addresses = switch (host) {
            case PeerName.Numbered(var address) -> List.of(address);
            case PeerName.Named(var name) -> directory.addresses(name);
        };
        if (addresses.isEmpty()) {
            complaints.add("no address of " + host + " was found");
        }
        return addresses;
    }

    private Socket dial(Place place) throws IOException {
        Duration half = deadline.left().dividedBy(2);
        return dialer.connect(place.socketAddress(), half);
    }

    private static String told(List<String> complaints) {
        String first = String.join("; ", complaints.subList(0, Math.min(TOLD, complaints.size())));
        return complaints.size() <= TOLD ? first : first + "; and " + (complaints.size() - TOLD) + " more";
    }
}
