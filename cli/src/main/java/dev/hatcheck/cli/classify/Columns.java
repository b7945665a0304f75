package dev.hatcheck.cli.classify;

import dev.hatcheck.policies.address.IpAddress;
import dev.hatcheck.policies.text.SenderText;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** The columns of a list in their order: those that say something of a client, and others, which are left as they are. */
final class Columns {
    static final String GARBLED = "found bytes that are not UTF-8; save the list as UTF-8";

    private final List<String> titles = new ArrayList<>();
    private final List<String> others = new ArrayList<>();
    private final Map<Column, Integer> places = new EnumMap<>(Column.class);

    private Columns() {}

    /** Those of a list without a heading. */
    static Columns usual() {
        return heading(Column.USUAL.stream().map(Column::text).toList());
    }

    /** Whether a row is a heading: a cell is the name of a column, and the first is no address. */
    static boolean isHeading(List<String> cells) {
        return IpAddress.read(cells.getFirst().strip()).isEmpty()
                && cells.stream().anyMatch(cell -> Column.of(cell).isPresent());
    }

    /**
     * The columns of a heading.
     *
     * @throws RowProblem if a column stands there twice, if none is the address, or if one is as good as spelled like one
     *     that is not there
     */
    static Columns heading(List<String> cells) {
        var columns = new Columns();
        cells.forEach(columns::add);
        columns.others.forEach(columns::checkSpelling);
        if (!columns.places.containsKey(Column.IP)) {
            throw new RowProblem("the column ip is missing");
        }
        return columns;
    }

    /** Whether a cell has the character that the reader of a list puts in the place of bytes that are no text. */
    static boolean isGarbled(String cell) {
        return cell.indexOf('\ufffd') >= 0;
    }

    private void add(String cell) {
        if (isGarbled(cell)) {
            throw new RowProblem(GARBLED);
        }
        Optional<Column> column = Column.of(cell);
        if (column.isEmpty()) {
            others.add(cell);
        } else if (places.putIfAbsent(column.get(), titles.size()) != null) {
            throw new RowProblem("the column " + column.get().text() + " stands there twice");
        }
        titles.add(column.map(Column::text).orElse(cell));
    }

    /** To leave a column alone that was meant would be to answer about other clients. */
    private void checkSpelling(String other) {
        List<String> missing = Column.all().stream()
                .filter(column -> !places.containsKey(column))
                .map(Column::text)
                .toList();
        String mend = SenderText.mend(other.strip(), missing);
        if (!mend.isEmpty()) {
            throw new RowProblem("\"" + other + "\" is no column" + mend + " Else call it something else.");
        }
    }

    int width() {
        return titles.size();
    }

    /** What to call them. */
    List<String> titles() {
        return List.copyOf(titles);
    }

    /** Those that say nothing of a client, as written. */
    List<String> others() {
        return List.copyOf(others);
    }

    /** Where a column stands, from 0. */
    OptionalInt place(Column column) {
        Integer place = places.get(column);
        return place == null ? OptionalInt.empty() : OptionalInt.of(place);
    }
}
