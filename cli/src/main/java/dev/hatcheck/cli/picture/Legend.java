package dev.hatcheck.cli.picture;

import java.util.EnumSet;
import java.util.Set;

/** Which colour and which letter stand for what is done with clients. */
record Legend(Set<Tone> tones) implements Drawing {
    private static final int SWATCH = 18;
    private static final int GAP = 6;

    Legend {
        tones = EnumSet.copyOf(tones);
    }

    @Override
    public int height() {
        return 34;
    }

    @Override
    public void draw(Svg svg, int top) {
        int x = Layout.MARGIN;
        for (Tone tone : tones) {
            svg.box(tone.look(), x, top, SWATCH, SWATCH, 3);
            svg.text(Lettering.SMALL, "mid", x + SWATCH / 2, top + 13, tone.letter());
            svg.text(Lettering.SMALL, "", x + SWATCH + GAP, top + 13, tone.words());
            x += SWATCH + GAP + Lettering.SMALL.width(tone.words()) + 2 * GAP;
        }
    }
}
