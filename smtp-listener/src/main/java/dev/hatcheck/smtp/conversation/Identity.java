package dev.hatcheck.smtp.conversation;

import dev.hatcheck.engine.ReverseDns;
import dev.hatcheck.policies.address.IpAddress;
import java.util.Optional;

/**
 * Who the client of a connection is said to be: by its socket, by a proxy, or by XCLIENT.
 *
 * @param interfaceAddress our end of the connection, for the log
 * @param address the client's end
 * @param name what its name is worth; empty if that is to be looked up
 * @param helo the name that it gives itself; empty if it has to say so
 * @param login the name by which it is said to have logged in; nobody here checks it
 */
public record Identity(
        String interfaceAddress,
        IpAddress address,
        Optional<ReverseDns> name,
        Optional<String> helo,
        Optional<String> login) {
    /** A client of whom nothing is said but where it connects from, and where to. */
    public static Identity of(String interfaceAddress, IpAddress address) {
        return new Identity(interfaceAddress, address, Optional.empty(), Optional.empty(), Optional.empty());
    }

    Identity withInterface(String other) {
        return new Identity(other, address, name, helo, login);
    }

    Identity withAddress(IpAddress other) {
        return new Identity(interfaceAddress, other, name, helo, login);
    }

    Identity withName(ReverseDns other) {
        return new Identity(interfaceAddress, address, Optional.of(other), helo, login);
    }

    Identity withHelo(String other) {
        return new Identity(interfaceAddress, address, name, Optional.of(other), login);
    }

    Identity withoutHelo() {
        return new Identity(interfaceAddress, address, name, Optional.empty(), login);
    }

    Identity withLogin(String other) {
        return new Identity(interfaceAddress, address, name, helo, Optional.of(other));
    }

    Identity withoutLogin() {
        return new Identity(interfaceAddress, address, name, helo, Optional.empty());
    }
}
