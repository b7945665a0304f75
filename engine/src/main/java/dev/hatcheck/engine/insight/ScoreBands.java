package dev.hatcheck.engine.insight;

import dev.hatcheck.engine.Reputation;
import dev.hatcheck.engine.connect.Admission;
import dev.hatcheck.policies.Score;
import dev.hatcheck.policies.Sender;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Gaps between the scores that entries mean, and overlaps. */
final class ScoreBands {
    private static final int LOWEST = -100;
    private static final int HIGHEST = 100;

    private final Inspection inspection;
    private final List<Integer> bands;

    private ScoreBands(Inspection inspection) {
        this.inspection = inspection;
        this.bands = inspection
                .ranks()
                .filter(rank -> inspection.sender(rank) instanceof Sender.ReputationRange)
                .boxed()
                .toList();
    }

    static Stream<Finding> in(Inspection inspection) {
        var bands = new ScoreBands(inspection);
        return bands.bands.isEmpty() || !inspection.asksForReputation()
                ? Stream.empty()
                : Stream.of(bands.gaps(), bands.unscored(), bands.overlaps()).flatMap(found -> found);
    }

    static Reputation scored(int tenths) {
        return new Reputation.Scored(new Score(tenths));
    }

    private Stream<Finding> gaps() {
        var gaps = new ArrayList<Finding>();
        for (int low = LOWEST; low <= HIGHEST; low++) {
            int high = low;
            while (high <= HIGHEST && isBare(high)) {
                high++;
            }
            if (high > low) {
                gaps.add(gap(low, high - 1));
                low = high;
            }
        }
        return gaps.stream();
    }

    private boolean isBare(int tenths) {
        return inspection.index().rank(scored(tenths)) > inspection.index().everyone();
    }

    private Finding gap(int low, int high) {
        Admission last = inspection.admission(bands.getLast());
        String scores = low == high
                ? "the score " + new Score(low)
                : "scores from " + new Score(low) + " to " + new Score(high);
        boolean isBetween = low > LOWEST && high < HIGHEST; // below or above all entries it is as likely meant
        return Finding.of(
                        Code.SCORE_GAP,
                        isBetween ? Severity.WARNING : Severity.NOTE,
                        last.entry().origin(),
                        "no entry is about " + scores + ": such clients fall through to what stands behind",
                        "let a neighbouring entry reach as far, or add one: sbrs[" + new Score(low) + ":"
                                + new Score(high) + "]")
                .shownBy(inspection.meeting(
                        new Sender.ReputationRange(new Score(low), new Score(high)),
                        inspection.index().everyone() - 1));
    }

    private Stream<Finding> unscored() {
        boolean isMeant = inspection.index().rank(new Reputation.None())
                <= inspection.index().everyone();
        return isMeant
                ? Stream.empty()
                : Stream.of(Finding.of(
                                Code.SCORE_GAP,
                                Severity.NOTE,
                                inspection.admission(bands.getLast()).entry().origin(),
                                "no entry is about clients without a score, which are many: they fall through to what"
                                        + " stands behind",
                                "add sbrs[none] to the group that they belong in")
                        .shownBy(inspection.meeting(
                                new Sender.NoReputation(), inspection.index().everyone() - 1)));
    }

    /** Bands that share the score where one ends and the next begins are the appliance's own way, and do no harm. */
    private Stream<Finding> overlaps() {
        return bands.stream().flatMap(rank -> {
            int[] others = shared(rank)
                    .map(tenths -> inspection.index().rank(scored(tenths)))
                    .distinct()
                    .toArray();
            boolean isMore = shared(rank).limit(2).count() == 2;
            return isMore && inspection.isReached(rank) ? Stream.of(overlap(rank, others)) : Stream.empty();
        });
    }

    private IntStream shared(int rank) {
        var band = (Sender.ReputationRange) inspection.sender(rank);
        return IntStream.rangeClosed(band.low().tenths(), band.high().tenths())
                .filter(tenths -> inspection.index().rank(scored(tenths)) < rank);
    }

    private Finding overlap(int rank, int... others) {
        Admission admission = inspection.admission(rank);
        List<Admission> earlier =
                IntStream.of(others).mapToObj(inspection::admission).toList();
        boolean isSame = earlier.stream().allMatch(other -> inspection.doTheSame(admission, other));
        int low = shared(rank).min().orElseThrow();
        int high = shared(rank).max().orElseThrow();
        return Finding.of(
                        Code.SCORE_OVERLAP,
                        isSame ? Severity.NOTE : Severity.WARNING,
                        admission.entry().origin(),
                        Words.entry(admission) + " does not decide about all its scores: between " + new Score(low)
                                + " and " + new Score(high) + " they are taken before by "
                                + Words.placed(earlier, false),
                        "let each score belong to one entry")
                .with(Words.origins(earlier))
                .shownBy(inspection.meeting(new Sender.ReputationRange(new Score(low), new Score(high)), rank));
    }
}
