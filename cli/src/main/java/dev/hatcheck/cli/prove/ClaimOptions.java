package dev.hatcheck.cli.prove;

import dev.hatcheck.cli.input.CommandFailure;
import dev.hatcheck.cli.input.Configuration;
import dev.hatcheck.cli.input.Diagnostics;
import dev.hatcheck.cli.input.Findings;
import dev.hatcheck.cli.input.Forms;
import dev.hatcheck.policies.HostAccessTable;
import dev.hatcheck.policies.Origin;
import dev.hatcheck.policies.text.Reading;
import dev.hatcheck.policies.text.SyntaxException;
import dev.hatcheck.smtp.lookup.SimulatedDns;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The claims of a command, and where to keep what becomes of them. */
public final class ClaimOptions {
    /** The option, as forms of an answer are called. */
    public static final String JUNIT = "--junit";

    private static final Path STANDARD_INPUT = Path.of("-");

    @Parameters(paramLabel = "CLAIM", arity = "0..*", description = "A claim, in quotes.")
    private List<String> claims = List.of();

    @Option(
            names = "--claims",
            paramLabel = "FILE",
            description = "A file of claims, one a line, or - for standard input; what stands behind # is a comment.")
    private Optional<Path> file;

    @Option(
            names = JUNIT,
            paramLabel = "FILE",
            description = "Write what became of the claims as JUnit XML, too, each claim a test. With - that is the"
                    + " answer, and no text.")
    private Optional<Path> junit;

    /**
     * What becomes of the claims.
     *
     * @throws CommandFailure with everything about them that cannot be read
     */
    public List<Outcome> outcomes(Configuration configuration, Findings findings, Diagnostics diagnostics) {
        var read = new ArrayList<WrittenClaim>();
        for (int i = 0; i < claims.size(); i++) {
            read(claims.get(i), Origin.of("claim " + (i + 1), 0), configuration.hat(), findings)
                    .ifPresent(read::add);
        }
        file.ifPresent(path -> read.addAll(inFile(path, configuration.hat(), findings)));
        if (claims.isEmpty() && file.isEmpty()) {
            findings.error("hatcheck: expected a claim, as in 'from 192.0.2.0/24 requires tls', or --claims FILE");
        }
        Map<Path, SimulatedDns> zones = zones(read, findings);
        findings.check(diagnostics);
        return Prover.outcomes(configuration.engine(), read, zones);
    }

    private static List<WrittenClaim> inFile(Path path, HostAccessTable hat, Findings findings) {
        boolean isStandardInput = path.equals(STANDARD_INPUT);
        String name = isStandardInput ? "standard input" : path.toString();
        Optional<List<String>> lines = isStandardInput
                ? findings.readStandardInput(ClaimOptions::lines)
                : findings.read(path, ClaimOptions::lines);
        if (lines.isPresent() && lines.get().stream().allMatch(String::isBlank)) {
            findings.error(name + ": expected a claim at least, found none");
        }
        var read = new ArrayList<WrittenClaim>();
        for (int i = 0; i < lines.map(List::size).orElse(0); i++) {
            String claim = lines.get().get(i);
            if (!claim.isBlank()) {
                read(claim, Origin.of(name, i + 1), hat, findings).ifPresent(read::add);
            }
        }
        return read;
    }

    private static Reading<List<String>> lines(String text, String name) {
        return new Reading<>(text.lines().map(ClaimOptions::withoutComment).toList(), List.of());
    }

    /** A comment begins with a word that begins with #, but not in quotes. */
    private static String withoutComment(String line) {
        boolean isQuoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                isQuoted = !isQuoted;
            } else if (c == '#' && !isQuoted && (i == 0 || Character.isWhitespace(line.charAt(i - 1)))) {
                return line.substring(0, i);
            }
        }
        return line;
    }

    private static Optional<WrittenClaim> read(String text, Origin origin, HostAccessTable hat, Findings findings) {
        try {
            return Optional.of(findings.known(ClaimReader.read(text, origin, hat)));
        } catch (SyntaxException wrong) {
            wrong.problems().forEach(problem -> findings.error(problem.toString()));
            return Optional.empty();
        }
    }

    private static Map<Path, SimulatedDns> zones(List<WrittenClaim> claims, Findings findings) {
        var zones = new HashMap<Path, SimulatedDns>();
        claims.stream()
                .flatMap(claim -> claim.zone().stream())
                .distinct()
                .forEach(path -> findings.read(
                                path, (text, name) -> new Reading<>(SimulatedDns.read(text, name), List.of()))
                        .ifPresent(zone -> zones.put(path, zone)));
        return zones;
    }

    /** Wants the outcomes in JUnit XML where they are to go, if they are. */
    public void addTo(Forms forms) {
        junit.ifPresent(place -> forms.want(JUNIT, place));
    }
}
