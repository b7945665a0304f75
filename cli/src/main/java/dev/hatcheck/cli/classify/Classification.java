package dev.hatcheck.cli.classify;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.hatcheck.cli.input.Configuration;
import dev.hatcheck.engine.Engine;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;

/**
 * Classifies a list, piece by piece: the rows of a piece side by side on all processors, the pieces in their order, so
 * that a list may be longer than memory.
 */
final class Classification {
    /** So few that the rows of a piece are done with before the collector moves them: a third faster than 16,000. */
    private static final int PIECE = 2 * 1024;

    private final Configuration configuration;
    private final Rows rows;
    private final Problems problems;
    private final LongConsumer progress;
    private final Tally tally = new Tally();

    /** Hears what there is to read and to see; {@code progress} is told after each piece how many rows are done. */
    Classification(Configuration configuration, Rows rows, Problems problems, LongConsumer progress) {
        this.configuration = configuration;
        this.rows = rows;
        this.problems = problems;
        this.progress = progress;
    }

    /** Where texts go, piece by piece. */
    interface Output {
        void write(CharSequence text);
    }

    /**
     * Classifies all rows.
     *
     * @throws de.siegmar.fastcsv.reader.CsvParseException if the list is no CSV
     */
    Tally run(CsvReader<CsvRecord> list, Output output) {
        Iterator<CsvRecord> records = list.iterator();
        List<CsvRecord> piece = next(records);
        Columns columns = Columns.usual();
        if (!piece.isEmpty() && Columns.isHeading(piece.getFirst().getFields())) {
            columns = Columns.heading(piece.getFirst().getFields());
            problems.leftAlone(columns.others());
            piece.removeFirst();
        }
        var reader = new ClientReader(configuration, columns);
        var text = new StringBuilder();
        rows.heading(columns, text);
        long done = 0;
        while (!piece.isEmpty()) {
            for (Classified row : classified(piece, reader)) {
                tally.add(row);
                problems.add(row);
                rows.row(row, text);
            }
            output.write(text);
            text.setLength(0);
            done += piece.size();
            progress.accept(done);
            piece = next(records);
        }
        rows.summary(tally, text);
        output.write(text);
        return tally;
    }

    private static List<CsvRecord> next(Iterator<CsvRecord> records) {
        var piece = new ArrayList<CsvRecord>();
        while (piece.size() < PIECE && records.hasNext()) {
            piece.add(records.next());
        }
        return piece;
    }

    private Classified[] classified(List<CsvRecord> piece, ClientReader reader) {
        Engine engine = configuration.engine();
        return IntStream.range(0, piece.size())
                .parallel()
                .mapToObj(piece::get)
                .map(it -> Classified.of(it.getFields(), it.getStartingLineNumber(), reader, engine))
                .toArray(Classified[]::new);
    }
}
