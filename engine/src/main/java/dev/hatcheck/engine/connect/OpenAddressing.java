package dev.hatcheck.engine.connect;

/** What hash tables with open addressing have in common: how large they are, and where a search begins. */
final class OpenAddressing {
    /** What a number is multiplied by, so that its upper bits depend on all of it (Knuth, volume 3, section 6.4). */
    static final int GOLDEN = 0x9e3779b9;

    private OpenAddressing() {}

    /** The bits of a slot's number where so many keys take every other slot at most: runs are short, and end. */
    static int bits(int keys) {
        return Integer.SIZE - Integer.numberOfLeadingZeros(Math.max(1, keys)) + 1;
    }
}
