package dev.hatcheck.cli.classify;

import dev.hatcheck.policies.Ascii;
import java.util.Arrays;
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

    private static Optional<Column> of(String name) {
        return Arrays.stream(values())
                .filter(it -> it.text().equals(Ascii.lowerCase(name.strip())))
                .findFirst();
    }

    /** Whether a row is a heading: its first cell is the name of a column. */
    static boolean isHeading(List<String> cells) {
        return of(cells.getFirst()).isPresent();
    }

    /**
     * The columns of a heading.
     *
     * @throws RowProblem if a cell is the name of no column, or of one that was there before, or if none is the address
     */
    static List<Column> heading(List<String> cells) {
        List<Column> columns = cells.stream()
                .map(cell -> of(cell).orElseThrow(
                                () -> new RowProblem("\"" + cell + "\" is no column; the columns are " + names())))
                .toList();
        if (columns.stream().distinct().count() < columns.size()) {
            throw new RowProblem("a column stands there twice");
        }
        if (!columns.contains(IP)) {
            throw new RowProblem("the column ip is missing");
        }
        return columns;
    }

    private static String names() {
        return Arrays.stream(values()).map(Column::text).collect(Collectors.joining(", "));
    }

    String text() {
        return Ascii.lowerCase(name());
    }
}
