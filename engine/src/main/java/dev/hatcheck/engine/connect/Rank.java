package dev.hatcheck.engine.connect;

/** A rank is an entry's place in the order of evaluation, from 0: the lower of two matches decides. */
final class Rank {
    /**
     * The rank of what no entry matches: higher than all others, so that the lowest of several is always the answer.
     */
    static final int NONE = Integer.MAX_VALUE;

    private Rank() {}
}
