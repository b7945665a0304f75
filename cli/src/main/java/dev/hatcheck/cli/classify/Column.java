package dev.hatcheck.cli.classify;

import dev.hatcheck.policies.Ascii;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a column of the list says; called as the options of {@code trace} are. */
enum Column {
    /** The address. */
    IP,
    /** The name, which leads back to the address. */
    HOST,
    /** The name, which leads elsewhere. */
    UNVERIFIED,
    /** That there is no name, {@code nx}, or that the look-up fails, {@code servfail}. */
    PTR,
    /** The reputation score, or {@code none}. */
    SBRS,
    /** The country. */
    COUNTRY,
    /** The organisation's number at the reputation service. */
    ORG;

    /** The columns of a list without a heading. */
    static final List<Column> USUAL = List.of(IP, HOST, SBRS);

    /** The column of a name, in whatever case. */
    static Optional<Column> of(String name) {
        return all().stream()
                .filter(it -> it.text().equals(Ascii.lowerCase(name.strip())))
                .findFirst();
    }

    static List<Column> all() {
        return List.of(values());
    }

    /** All of them, for messages. */
    static String names() {
        return all().stream().map(Column::text).collect(Collectors.joining(", "));
    }

    String text() {
        return Ascii.lowerCase(name());
    }
}
