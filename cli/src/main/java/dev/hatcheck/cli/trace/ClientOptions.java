package dev.hatcheck.cli.trace;

import dev.hatcheck.cli.input.Diagnostics;
import dev.hatcheck.cli.input.Organization;
import dev.hatcheck.cli.input.PtrAnswer;
import dev.hatcheck.engine.Country;
import dev.hatcheck.engine.DnsLists;
import dev.hatcheck.engine.Peer;
import dev.hatcheck.engine.PrivateNetworks;
import dev.hatcheck.engine.Reputation;
import dev.hatcheck.engine.ReverseDns;
import dev.hatcheck.policies.ListenerParameters;
import dev.hatcheck.policies.ListenerSettings;
import dev.hatcheck.policies.address.HostName;
import dev.hatcheck.policies.address.IpAddress;
import dev.hatcheck.smtp.lookup.Facts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** The options that say who connects; what they leave out is looked up. */
public final class ClientOptions {
    @Option(names = "--ip", paramLabel = "ADDR", required = true, description = "The client's address.")
    private IpAddress ip;

    @ArgGroup
    private NameOptions name = new NameOptions();

    /** The three ways to say what the client's name is worth, of which one at most is used. */
    private static final class NameOptions {
        @Option(names = "--host", paramLabel = "NAME", description = "Its name, which leads back to the address.")
        private Optional<HostName> verified = Optional.empty();

        @Option(names = "--unverified", paramLabel = "NAME", description = "Its name, which leads elsewhere.")
        private Optional<HostName> unverified = Optional.empty();

        @Option(names = "--ptr", paramLabel = "nx|servfail", description = "It has no name, or the look-up fails.")
        private Optional<PtrAnswer> ptr = Optional.empty();

        private Optional<ReverseDns> reverseDns() {
            Optional<ReverseDns> given = verified.map(ReverseDns.Verified::new);
            return given.or(() -> unverified.map(ReverseDns.Mismatch::new)).or(() -> ptr.map(PtrAnswer::reverseDns));
        }
    }

    @Option(
            names = "--sbrs",
            paramLabel = "N|none",
            description = "Its reputation score from -10.0 to 10.0, or that it has none.")
    private Optional<Reputation> sbrs;

    @Option(names = "--country", paramLabel = "CC", description = "Its country in two letters.")
    private Optional<Country> country;

    @Option(names = "--org", paramLabel = "N", description = "Its organisation's number at the reputation service.")
    private Optional<Organization> organization;

    @Option(names = "--listed", paramLabel = "DOMAIN", description = "A DNS list that it is on. Repeatable.")
    private List<HostName> listed = List.of();

    /** Tells of options that this listener takes no notice of. */
    public void check(ListenerSettings settings, Diagnostics diagnostics) {
        if (!settings.value(ListenerParameters.USE_SENDERBASE)) {
            tellOfReputation(
                    "this listener does not ask the reputation service; --set use_senderbase=on makes it ask",
                    diagnostics);
        }
    }

    /** The client, with what is given before what is declared. */
    public Peer peer(Facts facts, Diagnostics diagnostics) {
        Peer declared = facts.peer(ip);
        boolean isAskedAbout = !PrivateNetworks.contain(ip);
        if (!isAskedAbout) {
            tellOfReputation("nobody asks the reputation service about a private address", diagnostics);
        }
        return new Peer(
                ip,
                name.reverseDns().orElse(declared.reverseDns()),
                isAskedAbout ? sbrs.orElse(declared.reputation()) : declared.reputation(),
                isAskedAbout ? country.orElse(declared.country()) : declared.country(),
                isAskedAbout && organization.isPresent()
                        ? OptionalLong.of(organization.get().number())
                        : declared.organization(),
                new DnsLists(listed.stream()
                        .distinct()
                        .collect(Collectors.toMap(Function.identity(), zone -> DnsLists.Answer.LISTED))));
    }

    private void tellOfReputation(String why, Diagnostics diagnostics) {
        var given = new ArrayList<String>();
        sbrs.ifPresent(it -> given.add("--sbrs"));
        country.ifPresent(it -> given.add("--country"));
        organization.ifPresent(it -> given.add("--org"));
        if (!given.isEmpty()) {
            diagnostics.tell("hatcheck: " + String.join(" and ", given) + (given.size() == 1 ? " is" : " are")
                    + " left out of account: " + why);
        }
    }
}
