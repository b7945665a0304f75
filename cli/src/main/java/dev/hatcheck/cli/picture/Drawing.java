package dev.hatcheck.cli.picture;

/** A part of a picture, as wide as it. */
interface Drawing {
    /** How much room it takes, in pixels. */
    int height();

    /** Draws it, its upper edge at a height of the picture. */
    void draw(Svg svg, int top);
}
