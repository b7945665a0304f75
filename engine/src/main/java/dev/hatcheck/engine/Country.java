package dev.hatcheck.engine;

import dev.hatcheck.policies.Assumed;
import dev.hatcheck.policies.Esa;
import dev.hatcheck.policies.address.IpAddress;

/** Where a client is, or why that is not known. */
@Esa({"T212837", "T214631"})
public sealed interface Country {
    /** A country by its two capital letters and its English name. */
    record Known(String code, String name) implements Country {}

    /** The service knows no country for the address. */
    record Unknown() implements Country {}

    /** The question makes no sense for a private address. */
    @Assumed("the consolidated event of a newer release says so; the text log is taken to follow it")
    record NotApplicable() implements Country {}

    /** Nobody is asked. */
    record NotEnabled() implements Country {}

    /** The country of a client that no table lists, where there is a table. */
    static Country ofUnlisted(IpAddress address) {
        return PrivateNetworks.contain(address) ? new NotApplicable() : new Unknown();
    }
}
