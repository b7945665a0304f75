package dev.hatcheck.cli.classify;

import dev.hatcheck.cli.input.Configuration;
import dev.hatcheck.cli.input.Organization;
import dev.hatcheck.cli.input.PtrAnswer;
import dev.hatcheck.cli.input.Word;
import dev.hatcheck.cli.input.Words;
import dev.hatcheck.engine.Country;
import dev.hatcheck.engine.Peer;
import dev.hatcheck.engine.PrivateNetworks;
import dev.hatcheck.engine.Reputation;
import dev.hatcheck.engine.ReverseDns;
import dev.hatcheck.policies.address.HostName;
import dev.hatcheck.policies.address.IpAddress;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * Makes a client of a row: what its cells say, and for those that are empty or missing what zone and reputation table
 * declare. Safe for threads.
 */
final class ClientReader {
    private final Configuration configuration;
    private final Columns columns;
    private final Remembered<Reputation> scores = new Remembered<>(Words.SCORE);
    private final Remembered<Country> countries = new Remembered<>(Words.COUNTRY);
    private final Remembered<Organization> organizations = new Remembered<>(Words.ORGANIZATION);

    ClientReader(Configuration configuration, Columns columns) {
        this.configuration = configuration;
        this.columns = columns;
    }

    /**
     * The client of a row, as the listener sees it.
     *
     * @throws RowProblem if a cell is not what its column says or no text, or if there are more cells than columns
     */
    Peer read(List<String> cells) {
        if (cells.size() > columns.width()) {
            throw new RowProblem("there are " + cells.size() + " cells for " + columns.width() + " columns");
        }
        if (cells.stream().anyMatch(Columns::isGarbled)) {
            throw new RowProblem(Columns.GARBLED);
        }
        IpAddress ip = cell(Column.IP, cells, Words.ADDRESS)
                .orElseThrow(() -> new RowProblem("ip: " + Words.ADDRESS.complaint("")));
        Peer declared = reverseDns(cells)
                .map(name -> configuration.facts().peer(ip, name))
                .orElseGet(() -> configuration.facts().peer(ip));
        Optional<Reputation> score = cell(Column.SBRS, cells, scores::read, scores::complaint);
        Optional<Country> country = cell(Column.COUNTRY, cells, countries::read, countries::complaint);
        Optional<Organization> organization = cell(Column.ORG, cells, organizations::read, organizations::complaint);
        if (PrivateNetworks.contain(ip)) { // nobody asks the reputation service about it
            return configuration.asked(declared);
        }
        return configuration.asked(new Peer(
                ip,
                declared.reverseDns(),
                score.orElse(declared.reputation()),
                country.orElse(declared.country()),
                organization.map(it -> OptionalLong.of(it.number())).orElse(declared.organization())));
    }

    private Optional<ReverseDns> reverseDns(List<String> cells) {
        Optional<HostName> verified = cell(Column.HOST, cells, Words.HOST_NAME);
        Optional<HostName> unverified = cell(Column.UNVERIFIED, cells, Words.HOST_NAME);
        Optional<PtrAnswer> none = cell(Column.PTR, cells, Words.PTR_ANSWER);
        if (verified.isPresent() && unverified.isPresent()
                || none.isPresent() && (verified.isPresent() || unverified.isPresent())) {
            throw new RowProblem("only one of host, unverified and ptr can be true of a client");
        }
        return verified.<ReverseDns>map(ReverseDns.Verified::new)
                .or(() -> unverified.map(ReverseDns.Mismatch::new))
                .or(() -> none.map(PtrAnswer::reverseDns));
    }

    private <T> Optional<T> cell(Column column, List<String> cells, Word<T> word) {
        return cell(column, cells, word::read, word::complaint);
    }

    /** What the cell of a column means; nothing if it is empty, or if there is none. */
    private <T> Optional<T> cell(
            Column column,
            List<String> cells,
            Function<String, Optional<T>> reading,
            Function<String, String> complaint) {
        OptionalInt place = columns.place(column);
        if (place.isEmpty() || place.getAsInt() >= cells.size()) {
            return Optional.empty();
        }
        String text = cells.get(place.getAsInt()).strip();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Optional<T> value = reading.apply(text);
        if (value.isEmpty()) {
            throw new RowProblem(column.text() + ": " + complaint.apply(text));
        }
        return value;
    }
}
