package dev.hatcheck.cli.probe;

/** Ends a check at a step behind which nothing can be looked at. */
final class StepFailed extends Exception {
    private static final long serialVersionUID = 1;

    private final Verdict verdict;

    StepFailed(Verdict verdict, String detail) {
        super(detail);
        this.verdict = verdict;
    }

    Step at(Stage stage) {
        return new Step(stage, verdict, getMessage());
    }
}
