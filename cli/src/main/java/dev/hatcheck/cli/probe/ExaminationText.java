package dev.hatcheck.cli.probe;

import dev.hatcheck.cli.input.Cell;
import dev.hatcheck.cli.input.Paper;
import dev.hatcheck.cli.input.Style;
import dev.hatcheck.cli.input.Terminal;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A check for people: each step, the certificate, and the verdict last. */
public final class ExaminationText {
    private final Paper paper;

    private ExaminationText(Terminal terminal) {
        this.paper = new Paper(terminal);
    }

    /** The check in lines. */
    public static List<String> write(Examination examination, Terminal terminal) {
        var text = new ExaminationText(terminal);
        text.steps(examination.steps());
        examination.shown().stream().findFirst().ifPresent(text::certificate);
        text.verdict(examination.verdict(), examination.mend());
        return text.paper.lines();
    }

    private void steps(List<Step> steps) {
        paper.heading("Steps");
        paper.tableOfTexts(Stream.of(Stage.values())
                .map(stage -> row(
                        stage, steps.stream().filter(it -> it.stage() == stage).findFirst()))
                .toList());
    }

    private static List<Cell> row(Stage stage, Optional<Step> step) {
        return List.of(
                Cell.of(stage.toString()),
                mark(step),
                Cell.of(step.map(Step::detail).orElse("not reached")));
    }

    private static Cell mark(Optional<Step> step) {
        return step.map(it -> it.isOk() ? new Cell("ok", Style.GREEN) : new Cell("no", Style.YELLOW))
                .orElse(new Cell("-", Style.FAINT));
    }

    private void certificate(X509Certificate certificate) {
        paper.heading("Certificate");
        String names = Stream.concat(
                        Described.hostNames(certificate).stream(), Described.addresses(certificate).stream())
                .collect(Collectors.joining(", "));
        paper.tableOfTexts(List.of(
                row("subject", Described.subject(certificate)),
                row("issuer", Described.issuer(certificate)),
                row("names", names.isEmpty() ? "none" : names),
                row(
                        "valid",
                        certificate.getNotBefore().toInstant() + " to "
                                + certificate.getNotAfter().toInstant()),
                row("key", Described.key(certificate) + ", signed by " + certificate.getSigAlgName()),
                row("sha256", Described.fingerprint(certificate))));
    }

    private static List<Cell> row(String key, String value) {
        return List.of(new Cell(key, Style.FAINT), Cell.of(value));
    }

    private void verdict(Verdict verdict, String mend) {
        paper.heading(paper.styled(verdict.name(), verdict == Verdict.PASS ? Style.GREEN : Style.YELLOW));
        paper.text((verdict == Verdict.PASS ? "So " : "To mend it: ") + mend + ".");
    }
}
