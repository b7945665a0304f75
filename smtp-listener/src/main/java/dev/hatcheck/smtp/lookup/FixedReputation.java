package dev.hatcheck.smtp.lookup;

import dev.hatcheck.engine.Country;
import dev.hatcheck.engine.Reputation;
import dev.hatcheck.policies.Assumed;
import dev.hatcheck.policies.Esa;
import dev.hatcheck.policies.address.IpAddress;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * A table of addresses and what a reputation service would say of them; the smallest range that holds a client counts.
 *
 * <p>Immutable; every answer is given on the spot.
 */
public final class FixedReputation {
    private final Map<Block, Listing> listings;
    private final List<Integer> widths;

    FixedReputation(Map<Block, Listing> listings) {
        this.listings = Map.copyOf(listings);
        this.widths = listings.keySet().stream()
                .map(Block::hostBits)
                .distinct()
                .sorted(Comparator.naturalOrder())
                .toList();
    }

    /**
     * The table of a text, one entry a line: {@code ADDRESS|CIDR SCORE|none [CC] [org=N]}, and {@code #} for comments.
     *
     * @param file what messages call the text
     * @throws dev.hatcheck.policies.text.SyntaxException with everything that is wrong
     */
    public static FixedReputation read(String text, String file) {
        return ReputationReader.read(text, file);
    }

    /** What is known of a client: what its narrowest entry says, and nothing of a private one. */
    @Esa("T214631")
    @Assumed("of a private client the service is asked nothing, so its organisation is not known either")
    public Listing of(IpAddress client) {
        Reputation unlisted = Reputation.ofUnlisted(client);
        return unlisted instanceof Reputation.Rfc1918
                ? new Listing(unlisted, Country.ofUnlisted(client), OptionalLong.empty())
                : listed(client, new Listing(unlisted, Country.ofUnlisted(client), OptionalLong.empty()));
    }

    private Listing listed(IpAddress client, Listing otherwise) {
        for (int width : widths) {
            Listing listing = listings.get(Block.around(client, width));
            if (listing != null) {
                return listing;
            }
        }
        return otherwise;
    }
}
