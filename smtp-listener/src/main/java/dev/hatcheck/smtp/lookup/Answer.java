package dev.hatcheck.smtp.lookup;

import java.util.List;
import org.xbill.DNS.Record;

/** What became of a question to a zone or to name servers. */
sealed interface Answer {
    /** There are such records, at least one, in the order in which they were found. */
    record Found(List<Record> records) implements Answer {}

    /** There is no such name, or it has no record of the type. */
    record Nothing() implements Answer {}

    /** Nobody could say. */
    record Failed() implements Answer {}
}
