package dev.hatcheck.smtp.lookup;

import dev.hatcheck.engine.Country;
import dev.hatcheck.engine.Reputation;
import java.util.OptionalLong;

/**
 * What a reputation table says of a client.
 *
 * @param reputation its score, or why there is none
 * @param country where it is, or why that is not known
 * @param organization the number of its organisation
 */
public record Listing(Reputation reputation, Country country, OptionalLong organization) {}
