package dev.hatcheck.cli.classify;

import dev.hatcheck.engine.connect.Admission;
import dev.hatcheck.policies.PolicyParameters;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Rows as CSV after RFC 4180, but for line ends: the columns that were given, then what was decided. */
final class CsvRows implements Rows {
    private static final String ADDED = ",group,entry,line,policy,behavior,tls,problem";
    private static final String NOT_DECIDED = ",,,,,,,";

    private final Map<Admission, String> decisions = new IdentityHashMap<>();
    private int width;

    @Override
    public void heading(Columns columns, StringBuilder to) {
        width = columns.width();
        cells(columns.titles(), to);
        to.append(ADDED).append('\n');
    }

    @Override
    public void row(Classified row, StringBuilder to) {
        cells(row.cells(), to);
        switch (row) {
            case Classified.Decided decided ->
                to.append(decisions.computeIfAbsent(decided.admission(), CsvRows::decision));
            case Classified.Unreadable(var given, var line, var problem) -> append(problem, to.append(NOT_DECIDED));
        }
        to.append('\n');
    }

    private void cells(List<String> cells, StringBuilder to) {
        for (int i = 0; i < width; i++) {
            if (i > 0) {
                to.append(',');
            }
            append(i < cells.size() ? cells.get(i) : "", to);
        }
    }

    private static String decision(Admission admission) {
        var cells = new StringBuilder();
        Stream.of(
                        admission.group().orElse(""),
                        admission.entry().written(),
                        Integer.toString(admission.entry().origin().line()),
                        admission.policy().name().orElse(""),
                        admission.behavior().name(),
                        admission.policy().value(PolicyParameters.TLS).written(),
                        "")
                .forEach(cell -> append(cell, cells.append(',')));
        return cells.toString();
    }

    private static void append(String cell, StringBuilder to) {
        if (needsQuotes(cell)) {
            to.append('"').append(cell.replace("\"", "\"\"")).append('"');
        } else {
            to.append(cell);
        }
    }

    private static boolean needsQuotes(String cell) {
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            if (c == ',' || c == '"' || c == '\n' || c == '\r') {
                return true;
            }
        }
        return false;
    }

    /** Is told apart from the rows, for people: they are a file of their own. */
    @Override
    public void summary(Tally tally, StringBuilder to) {}
}
