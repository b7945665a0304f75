package dev.hatcheck.policies;

import dev.hatcheck.policies.address.HostName;
import dev.hatcheck.policies.address.IpRange;
import java.util.Optional;

/** A criterion that a connecting host meets or does not: what one line of a sender group asks. */
public sealed interface Sender {

    /** What is known of a client; each criterion asks about one of these. */
    enum Fact {
        /** Its address. */
        ADDRESS,
        /** Its verified name, or why it has none. */
        NAME,
        /** Its reputation score, or that it has none. */
        REPUTATION,
        /** The country that it is in. */
        COUNTRY,
        /** The organisation that it belongs to. */
        ORGANIZATION,
        /** The DNS lists that it is on. */
        DNS_LISTS
    }

    /** The fact that it asks about; {@code ALL} asks about none. */
    default Optional<Fact> fact() {
        return switch (this) {
            case Address a -> Optional.of(Fact.ADDRESS);
            case Host h -> Optional.of(Fact.NAME);
            case PartialHost p -> Optional.of(Fact.NAME);
            case NoPtrRecord n -> Optional.of(Fact.NAME);
            case PtrLookupFails f -> Optional.of(Fact.NAME);
            case PtrDoesNotMatch m -> Optional.of(Fact.NAME);
            case ReputationRange r -> Optional.of(Fact.REPUTATION);
            case NoReputation n -> Optional.of(Fact.REPUTATION);
            case Country c -> Optional.of(Fact.COUNTRY);
            case Organization o -> Optional.of(Fact.ORGANIZATION);
            case DnsList d -> Optional.of(Fact.DNS_LISTS);
            case Everyone e -> Optional.empty();
        };
    }

    /** One on reputation, lists or look-ups, which a group asks about behind its addresses and names. */
    sealed interface Condition extends Sender {}

    // Hash codes are written out where many tables have the form: a record's own is only linked at first use, which a
    // start feels. Those of forms with alike parts differ, so that two of them are hardly ever compared.

    /** The client's address lies in a range: every address form of the table, single, partial, range and CIDR. */
    @Esa({"UG912-4", "APLIB"})
    record Address(IpRange range) implements Sender {
        @Override
        public int hashCode() {
            return range.hashCode();
        }
    }

    /** The client's verified name is this one. */
    @Esa({"UG912-4", "T118569"})
    record Host(HostName name) implements Sender {
        @Override
        public int hashCode() {
            return name.hashCode();
        }
    }

    /** The client's verified name lies below this one, which does not count itself. */
    @Esa({"UG912-4", "UG912-14", "T118569"})
    record PartialHost(HostName suffix) implements Sender {
        @Override
        public int hashCode() {
            return ~suffix.hashCode();
        }
    }

    /** The client's reputation score lies between two scores, both included. */
    @Esa({"UG912-4", "CLI75"})
    record ReputationRange(Score low, Score high) implements Condition {
        @Override
        public int hashCode() {
            return 31 * low.tenths() + high.tenths();
        }
    }

    /** The client has no reputation score. */
    @Esa("UG912-4")
    record NoReputation() implements Condition {
        @Override
        public int hashCode() {
            return 1;
        }
    }

    /** The client belongs to an organisation of the reputation service. */
    @Esa("UG912-4")
    record Organization(long id) implements Sender {}

    /** The client is on a DNS list. */
    @Esa("T118238")
    record DnsList(HostName zone) implements Condition {}

    /** The client is in a country, named by its two capital letters. */
    @Assumed(
            "geo[xx]: the appliance keeps countries in a sub-menu of the group; their spelling in the text is recalled")
    record Country(String code) implements Sender {}

    /** The client's address has no PTR record. */
    @Esa("CFG76-50")
    record NoPtrRecord() implements Condition {}

    /** The look-up of the client's name failed for the time being. */
    @Assumed("serv.fail: the condition is documented, its spelling in the table is recalled")
    record PtrLookupFails() implements Condition {}

    /** The client's PTR record names a host whose own look-up does not lead back to the client. */
    @Assumed("not.double.verified: the condition is documented, its spelling in the table is recalled")
    record PtrDoesNotMatch() implements Condition {}

    /** Everyone: the {@code ALL} that ends every table. */
    @Esa({"CLI73", "T212837"})
    record Everyone() implements Sender {}
}
