package dev.hatcheck.cli.classify;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.hatcheck.cli.input.CommandFailure;
import dev.hatcheck.cli.input.Configuration;
import dev.hatcheck.cli.input.Diagnostics;
import dev.hatcheck.cli.input.ExitCode;
import dev.hatcheck.cli.input.Findings;
import dev.hatcheck.cli.input.Terminal;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A list of clients in a file or on standard input.
 *
 * @param file its name; {@link #STANDARD_INPUT} for standard input
 */
public record ClientList(String file) {
    /** What standard input is called. */
    public static final String STANDARD_INPUT = "-";

    /** What is to be answered, and where. */
    public record Answering(boolean rows, boolean json, PrintWriter out, Diagnostics diagnostics, Terminal terminal) {}

    /**
     * Classifies all its clients.
     *
     * @return whether every row is a client
     * @throws CommandFailure if it cannot be read or is no list; rows that are no clients are told and passed over
     */
    public boolean classify(Configuration configuration, Answering how) {
        var problems = new Problems(name(), how.diagnostics());
        var classification = new Classification(
                configuration, how.json() ? new JsonRows() : new CsvRows(), problems, Progress.of(how.diagnostics()));
        Tally tally = classify(classification, how);
        problems.end();
        tell(tally, how);
        return tally.unreadable() == 0;
    }

    private Tally classify(Classification classification, Answering how) {
        Classification.Output output = how.rows() ? how.out()::append : text -> {};
        try (CsvReader<CsvRecord> list = CsvReader.builder()
                .detectBomHeader(true)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(open(), StandardCharsets.UTF_8)) {
            return classification.run(list, output);
        } catch (RowProblem heading) {
            throw new CommandFailure(ExitCode.BAD_INPUT, name() + ":1: " + heading.getMessage());
        } catch (CsvParseException broken) {
            throw new CommandFailure(
                    ExitCode.BAD_INPUT, name() + ": it is no CSV from here on: " + broken.getMessage());
        } catch (UncheckedIOException unreadable) {
            throw unavailable(unreadable.getCause());
        } catch (IOException unreadable) {
            throw unavailable(unreadable);
        }
    }

    private InputStream open() throws IOException {
        return isStandardInput() ? new FileInputStream(FileDescriptor.in) : Files.newInputStream(Path.of(file));
    }

    private CommandFailure unavailable(IOException why) {
        return new CommandFailure(ExitCode.UNAVAILABLE, Findings.because(Path.of(name()), why));
    }

    private boolean isStandardInput() {
        return file.equals(STANDARD_INPUT);
    }

    private String name() {
        return isStandardInput() ? "standard input" : file;
    }

    /** Rows for programs have their summary among them; that of others is for people, beside them or alone. */
    private static void tell(Tally tally, Answering how) {
        if (how.json()) {
            how.out().append(how.rows() ? "" : JsonRows.summary(tally));
        } else if (how.rows()) {
            how.diagnostics().tell(SummaryText.write(tally, how.terminal().withColour(false)));
        } else {
            SummaryText.write(tally, how.terminal()).forEach(how.out()::println);
        }
    }
}
