package dev.hatcheck.cli.probe;

import dev.hatcheck.cli.input.PeerName;
import dev.hatcheck.cli.input.Target;
import dev.hatcheck.policies.Rfc;
import dev.hatcheck.smtp.lookup.MailExchangers;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Which servers come into question, the best one first.
 *
 * @param servers at least one
 * @param how how they were found
 */
record Candidates(List<Server> servers, String how) {
    /** Where mail servers talk to each other. */
    @Rfc("5321 section 4.5.4.2")
    static final int PORT = 25;

    /**
     * A server.
     *
     * @param host what it is called, which its certificate must bear
     * @param port where it listens
     */
    record Server(PeerName host, int port) {
        @Override
        public String toString() {
            return host + " port " + port;
        }
    }

    Candidates {
        servers = List.copyOf(servers);
    }

    /** Those of a target: who is named with a port, or by an address, is meant; otherwise DNS is asked. */
    static Candidates of(Target target, Directory directory) throws StepFailed {
        if (target.port().isPresent()) {
            return one(target.host(), target.port().getAsInt(), "not looked up, as a port is given");
        }
        return switch (target.host()) {
            case PeerName.Numbered address -> one(address, PORT, "not looked up, as an address is given");
            case PeerName.Named domain -> of(domain, directory.exchangers(domain.name()));
        };
    }

    private static Candidates of(PeerName.Named domain, MailExchangers found) throws StepFailed {
        return switch (found) {
            case MailExchangers.Hosts(var hosts) ->
                new Candidates(
                        hosts.stream()
                                .map(host -> new Server(new PeerName.Named(host), PORT))
                                .toList(),
                        hosts.stream().map(Object::toString).collect(Collectors.joining(", then ")));
            case MailExchangers.Itself() ->
                one(domain, PORT, "no MX record, so " + domain + " itself, which has an address");
            case MailExchangers.NullMx() ->
                throw new StepFailed(
                        Verdict.NO_MX,
                        domain + " says by a null MX that it takes no mail",
                        "if it shall take mail, replace the null MX (0 .) by the MX record of a host that takes it");
            case MailExchangers.None() ->
                throw new StepFailed(Verdict.NO_MX, domain + " has neither an MX record nor an address");
            case MailExchangers.Unusable(var targets) ->
                throw new StepFailed(
                        Verdict.NO_MX,
                        "the MX records of " + domain + " name no host: " + String.join(", ", targets),
                        "let the MX records name hosts that have addresses");
            case MailExchangers.Unknown() ->
                throw new StepFailed(
                        Verdict.NO_MX,
                        "no name server could say who takes the mail for " + domain,
                        "see to it that the name servers of the domain answer, and that those which are asked (--dns) can"
                                + " be reached");
        };
    }

    private static Candidates one(PeerName host, int port, String how) {
        return new Candidates(List.of(new Server(host, port)), how);
    }
}
