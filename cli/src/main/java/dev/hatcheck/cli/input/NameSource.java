package dev.hatcheck.cli.input;

import dev.hatcheck.policies.Ascii;
import dev.hatcheck.policies.address.IpAddress;
import java.util.Optional;

/** Where the names of clients and the answers of DNS lists come from. */
public sealed interface NameSource {
    /** The port of name servers. */
    int PORT = 53;

    /** From a zone file, and without one nobody has a name. */
    record Simulated() implements NameSource {
        @Override
        public String toString() {
            return "simulated";
        }
    }

    /** From name servers that are there. */
    sealed interface Asked extends NameSource {}

    /** From the name servers that this machine asks. */
    record ThisMachine() implements Asked {
        @Override
        public String toString() {
            return "system";
        }
    }

    /** From this name server. */
    record Server(Endpoint endpoint) implements Asked {
        @Override
        public String toString() {
            return endpoint.toString();
        }
    }

    /** The source of a whole text, or nothing if it is none: a word, or an address with or without a port. */
    static Optional<NameSource> read(String text) {
        return Ascii.lowerCase(text).equals("simulated")
                ? Optional.of(new Simulated())
                : readAsked(text).map(asked -> asked);
    }

    /** The same where nothing is simulated. */
    static Optional<Asked> readAsked(String text) {
        return Ascii.lowerCase(text).equals("system")
                ? Optional.of(new ThisMachine())
                : IpAddress.read(text)
                        .map(address -> new Endpoint(address, PORT))
                        .or(() -> Endpoint.read(text))
                        .filter(endpoint -> endpoint.port() > 0)
                        .map(Server::new);
    }
}
