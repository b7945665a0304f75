package dev.hatcheck.cli.classify;

import dev.hatcheck.engine.Engine;
import dev.hatcheck.engine.Peer;
import dev.hatcheck.engine.connect.Admission;
import java.util.List;

/** A row of the list, and what became of it. */
sealed interface Classified {
    /** The cells as they were given. */
    List<String> cells();

    /** The row is a client, and the table has decided about it. */
    record Decided(List<String> cells, Peer peer, Admission admission) implements Classified {}

    /** The row is no client. */
    record Unreadable(List<String> cells, long line, String problem) implements Classified {}

    /** What becomes of a row that stands in this line. */
    static Classified of(List<String> cells, long line, ClientReader reader, Engine engine) {
        try {
            Peer peer = reader.read(cells);
            return new Decided(cells, peer, engine.admit(peer));
        } catch (RowProblem problem) {
            return new Unreadable(cells, line, problem.getMessage());
        }
    }
}
