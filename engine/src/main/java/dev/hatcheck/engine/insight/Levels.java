package dev.hatcheck.engine.insight;

import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Finds the levels at which two tables disagree about clients.
 *
 * <p>The lowest run decides, and in each table it is the run of some fact. If one fact decides by both, its standing is
 * one of which the tables disagree. If two do, their standings cross: the first has the lower run before, the second
 * the lower run after. Where the tables are in the same order nothing crosses, so of tables that are nearly alike there
 * is little to look at, however large they are.
 *
 * <p>A run is raised as long as no other fact can tell the difference; so levels are few where a table has many runs of
 * one fact beside each other.
 */
final class Levels {
    private final List<Fact<?>> facts;
    private final Runs before;
    private final Runs after;
    private final int[][] raisedBefore;
    private final int[][] raisedAfter;
    private final int most;
    private final TreeSet<Level> found = new TreeSet<>();
    private boolean isCut;

    private Levels(List<Fact<?>> facts, Runs before, Runs after, int most) {
        this.facts = facts;
        this.before = before;
        this.after = after;
        this.most = most;
        raisedBefore = new int[facts.size()][];
        raisedAfter = new int[facts.size()][];
        for (int fact = 0; fact < facts.size(); fact++) {
            raisedBefore[fact] = raised(before, usedByOthers(fact, true));
            raisedAfter[fact] = raised(after, usedByOthers(fact, false));
        }
    }

    /** The levels of some clients, so many at most. */
    static Levels of(Clients clients, Runs before, Runs after, int most) {
        var levels = new Levels(clients.facts(), before, after, most);
        for (int fact = 0; fact < levels.facts.size(); fact++) {
            levels.findDisagreements(fact);
        }
        for (int one = 0; one < levels.facts.size(); one++) {
            for (int other = 0; other < levels.facts.size(); other++) {
                if (one != other && !levels.isFull()) {
                    levels.findCrossings(one, other);
                }
            }
        }
        return levels;
    }

    /** The levels, in order. */
    SortedSet<Level> found() {
        return Collections.unmodifiableSortedSet(found);
    }

    /** Whether these are all: there were not more, and it did not take too long to look for them. */
    boolean isComplete() {
        return !isFull() && !isCut;
    }

    private BitSet usedByOthers(int fact, boolean isBefore) {
        var used = new BitSet();
        for (int other = 0; other < facts.size(); other++) {
            if (other != fact) {
                Fact<?> it = facts.get(other);
                for (int i = 0; i < it.count(); i++) {
                    used.set(isBefore ? it.before(i) : it.after(i));
                }
            }
        }
        return used;
    }

    /** For each run the last that puts the same in force with no run of another fact between that does not. */
    private static int[] raised(Runs runs, BitSet usedByOthers) {
        int[] raised = new int[runs.count()];
        Map<Integer, Integer> last = new HashMap<>();
        for (int run = runs.count() - 1; run >= 0; run--) {
            raised[run] = last.getOrDefault(runs.terms(run), run);
            if (usedByOthers.get(run)) {
                last.clear();
            }
            last.put(runs.terms(run), raised[run]);
        }
        return raised;
    }

    private boolean isFull() {
        return found.size() >= most;
    }

    private void findDisagreements(int fact) {
        Fact<?> it = facts.get(fact);
        for (int i = 0; i < it.count() && !isFull(); i++) {
            note(fact, fact, it.before(i), it.after(i));
        }
    }

    private void findCrossings(int one, int other) {
        var tree = new LowestAfter(facts.get(other));
        var crossings = new Crossings(facts, one, other, before, after);
        Fact<?> it = facts.get(one);
        for (int i = 0; i < it.count() && !crossings.isFull(); i++) {
            int run = it.before(i);
            tree.below(it.after(i), facts.get(other).firstBehind(run), runAfter -> {
                if (before.terms(run) != after.terms(runAfter)) {
                    crossings.add(raisedBefore[one][run], raisedAfter[other][runAfter]);
                }
                return !crossings.isFull();
            });
        }
        isCut = isCut || crossings.isFull();
        for (Level level : crossings.levels()) {
            if (!isFull()) {
                found.add(level);
            }
        }
    }

    private void note(int one, int other, int runBefore, int runAfter) {
        if (before.terms(runBefore) != after.terms(runAfter)) {
            found.add(new Level(one, other, raisedBefore[one][runBefore], raisedAfter[other][runAfter]));
        }
    }
}
