package dev.hatcheck.cli.input;

import dev.hatcheck.engine.Country;
import dev.hatcheck.engine.Reputation;
import dev.hatcheck.engine.insight.Severity;
import dev.hatcheck.engine.maillog.AsyncOs;
import dev.hatcheck.policies.Ascii;
import dev.hatcheck.policies.CountryCode;
import dev.hatcheck.policies.ListenerType;
import dev.hatcheck.policies.Score;
import dev.hatcheck.policies.address.HostName;
import dev.hatcheck.policies.address.IpAddress;
import dev.hatcheck.policies.address.IpRange;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How the words behind options are read; each reader says what it expects. */
public final class Words {
    public static final Word<IpAddress> ADDRESS =
            new Word<>(IpAddress::read, "an address, as in 192.0.2.1 or 2001:db8::1");
    public static final Word<HostName> HOST_NAME = new Word<>(HostName::read, "a host name, as in mx.example.org");
    public static final Word<Reputation> SCORE =
            new Word<>(Words::score, "a score from -10.0 to 10.0 with one decimal, or none");
    public static final Word<PtrAnswer> PTR_ANSWER = new Word<>(PtrAnswer::read, "nx or servfail");
    public static final Word<Country> COUNTRY =
            new Word<>(Words::country, "the two letters of a country in ISO 3166, as in US");
    public static final Word<Organization> ORGANIZATION =
            new Word<>(Organization::read, "a number of at most 18 digits, as in 1234");

    private Words() {}

    /** Teaches a command line to read them. */
    public static void register(CommandLine commandLine) {
        register(commandLine, IpAddress.class, ADDRESS);
        register(commandLine, HostName.class, HOST_NAME);
        register(commandLine, Reputation.class, SCORE);
        register(commandLine, Country.class, COUNTRY);
        register(commandLine, Organization.class, ORGANIZATION);
        register(
                commandLine,
                IpRange.class,
                word(IpRange::read, "an address or a CIDR block, as in 127.0.0.1 or 10.0.0.0/8"));
        register(
                commandLine,
                PeerName.class,
                word(PeerName::read, "a host name or an address, as in mx.example.org or 192.0.2.1"));
        register(
                commandLine,
                Target.class,
                word(
                        Target::read,
                        "a host with or without a port from 1 to 65535, as in example.org, mx.example.org:25, 192.0.2.1"
                                + " or [2001:db8::1]:25"));
        register(
                commandLine,
                Endpoint.class,
                word(Endpoint::read, "an address with a port from 0 to 65535, as in 127.0.0.1:2525 or [::1]:2525"));
        register(
                commandLine,
                NameSource.class,
                word(
                        NameSource::read,
                        "simulated, system, or the address of a name server, as in 127.0.0.1, 127.0.0.1:5353 or [::1]:5353"));
        register(
                commandLine,
                NameSource.Asked.class,
                word(
                        NameSource::readAsked,
                        "system, or the address of a name server, as in 127.0.0.1, 127.0.0.1:5353 or [::1]:5353"));
        register(commandLine, Integer.class, word(Words::wholeNumber, "a whole number from 0, as in 120"));
        register(commandLine, ByteCount.class, word(ByteCount::read, "a size from 1k, as in 500k or 10M"));
        register(commandLine, LogPlace.class, word(LogPlace::read, "a file, or a folder"));
        register(commandLine, AsyncOs.class, word(AsyncOs::read, "7, 11 or 14"));
        register(commandLine, ListenerName.class, word(ListenerName::read, "a name without control characters"));
        register(commandLine, ListenerType.class, word(Words::listenerType, "public or private"));
        register(commandLine, Severity.class, word(Words::severity, "error, warning or note"));
    }

    private static <T> void register(CommandLine commandLine, Class<T> type, Word<T> word) {
        ITypeConverter<T> converter =
                text -> word.read(text).orElseThrow(() -> new TypeConversionException(word.complaint(text)));
        commandLine.registerConverter(type, converter);
    }

    private static <T> Word<T> word(Function<String, Optional<T>> reading, String expected) {
        return new Word<>(reading, expected);
    }

    private static Optional<Integer> wholeNumber(String text) {
        return text.matches("[0-9]{1,9}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }

    private static Optional<Severity> severity(String text) {
        return Stream.of(Severity.values())
                .filter(severity -> Ascii.lowerCase(severity.name()).equals(Ascii.lowerCase(text)))
                .findFirst();
    }

    private static Optional<ListenerType> listenerType(String text) {
        return switch (Ascii.lowerCase(text)) {
            case "public" -> Optional.of(ListenerType.PUBLIC);
            case "private" -> Optional.of(ListenerType.PRIVATE);
            default -> Optional.empty();
        };
    }

    private static Optional<Country> country(String text) {
        return CountryCode.read(text).map(code -> new Country.Known(code.letters(), code.englishName()));
    }

    private static Optional<Reputation> score(String text) {
        return Ascii.lowerCase(text).equals("none")
                ? Optional.of(new Reputation.None())
                : Score.read(text).map(Reputation.Scored::new);
    }
}
