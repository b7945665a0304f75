package dev.hatcheck.cli.probe;

/** Ends a check at a step behind which nothing can be looked at. */
final class StepFailed extends Exception {
    private static final long serialVersionUID = 1;

    private final Verdict verdict;
    private final String mend;

    /** One that is mended as its verdict commonly is. */
    StepFailed(Verdict verdict, String detail) {
        this(verdict, detail, verdict.remedy());
    }

    StepFailed(Verdict verdict, String detail, String mend) {
        super(detail);
        this.verdict = verdict;
        this.mend = mend;
    }

    /** Because of this. */
    StepFailed(Step failed) {
        this(failed.verdict(), failed.detail(), failed.mend());
    }

    Step at(Stage stage) {
        return new Step(stage, verdict, getMessage(), mend);
    }
}
