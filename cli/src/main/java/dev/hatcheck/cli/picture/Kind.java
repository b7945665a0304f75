package dev.hatcheck.cli.picture;

import dev.hatcheck.policies.Sender;

/** What senders are, as they are counted. */
enum Kind {
    ADDRESS("address", "addresses"),
    NETWORK("network", "networks"),
    NAME("name", "names"),
    SCORE("score", "scores"),
    COUNTRY("country", "countries"),
    ORGANIZATION("organisation", "organisations"),
    DNS_LIST("DNS list", "DNS lists"),
    LOOK_UP("outcome of reverse DNS", "outcomes of reverse DNS"),
    EVERYBODY("everybody else", "everybody else");

    private final String one;
    private final String many;

    Kind(String one, String many) {
        this.one = one;
        this.many = many;
    }

    static Kind of(Sender sender) {
        return switch (sender) {
            case Sender.Address(var range) -> range.first().equals(range.last()) ? ADDRESS : NETWORK;
            case Sender.Host h -> NAME;
            case Sender.PartialHost p -> NAME;
            case Sender.ReputationRange r -> SCORE;
            case Sender.NoReputation n -> SCORE;
            case Sender.Country c -> COUNTRY;
            case Sender.Organization o -> ORGANIZATION;
            case Sender.DnsList d -> DNS_LIST;
            case Sender.NoPtrRecord n -> LOOK_UP;
            case Sender.PtrLookupFails f -> LOOK_UP;
            case Sender.PtrDoesNotMatch m -> LOOK_UP;
            case Sender.Everyone e -> EVERYBODY;
        };
    }

    /** So many of them, in words. */
    String counted(int count) {
        return this == EVERYBODY ? one : Count.of(count, one, many);
    }
}
