package dev.hatcheck.cli.picture;

/** What all pictures have in common, in pixels. */
final class Layout {
    /** How wide a picture is: as a page on which it may stand. */
    static final int WIDTH = 880;

    /** What is left free around it. */
    static final int MARGIN = 24;

    /** How wide what is drawn may be. */
    static final int ROOM = WIDTH - 2 * MARGIN;

    private Layout() {}
}
