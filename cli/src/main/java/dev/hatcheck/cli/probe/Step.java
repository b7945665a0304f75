package dev.hatcheck.cli.probe;

/**
 * One step of a check.
 *
 * @param stage what was looked at
 * @param verdict {@link Verdict#PASS}, or what it comes to if nothing before it fails
 * @param detail what was found, in words for people
 * @param mend what to do about it; of a pass, what it means
 */
record Step(Stage stage, Verdict verdict, String detail, String mend) {
    /** One that is mended as its verdict commonly is. */
    Step(Stage stage, Verdict verdict, String detail) {
        this(stage, verdict, detail, verdict.remedy());
    }

    static Step passed(Stage stage, String detail) {
        return new Step(stage, Verdict.PASS, detail);
    }

    boolean isOk() {
        return verdict == Verdict.PASS;
    }
}
