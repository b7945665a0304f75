package dev.hatcheck.cli.probe;

import java.security.cert.X509Certificate;
import java.util.List;

/**
 * All that a check found.
 *
 * @param steps in order; what could not be looked at any more is not among them
 * @param shown the certificates that the server showed, its own first; none if it did not come to that
 */
public record Examination(List<Step> steps, List<X509Certificate> shown) {
    public Examination {
        steps = List.copyOf(steps);
        shown = List.copyOf(shown);
    }

    /** What was found at the first step that failed, or if none did, about the chain. */
    public String reason() {
        return steps.stream()
                .filter(step -> !step.isOk())
                .findFirst()
                .or(() -> steps.stream()
                        .filter(step -> step.stage() == Stage.CHAIN)
                        .findFirst())
                .map(Step::detail)
                .orElse("");
    }

    /** What to do about the first step that failed; of a pass, what it means. */
    String mend() {
        return steps.stream()
                .filter(step -> !step.isOk())
                .map(Step::mend)
                .findFirst()
                .orElse(Verdict.PASS.remedy());
    }

    /** That all is in order, or the first reason why it is not. */
    public Verdict verdict() {
        return steps.stream()
                .filter(step -> !step.isOk())
                .map(Step::verdict)
                .findFirst()
                .orElse(Verdict.PASS);
    }
}
