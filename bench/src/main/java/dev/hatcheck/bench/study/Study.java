package dev.hatcheck.bench.study;

import dev.hatcheck.bench.server.Servers;
import java.io.IOException;
import java.util.List;

/** Something to find out. */
@FunctionalInterface
interface Study {
    /** Measures, which takes its time, and answers. */
    List<Table> measure(Servers servers, Effort effort) throws IOException;
}
