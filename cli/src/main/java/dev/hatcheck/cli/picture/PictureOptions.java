package dev.hatcheck.cli.picture;

import dev.hatcheck.cli.input.Forms;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where to draw a picture of what a command answers. */
public final class PictureOptions {
    /** The option, as forms of an answer are called. */
    public static final String SVG = "--svg";

    @Option(
            names = SVG,
            paramLabel = "FILE",
            description = "Draw it, too: the groups as a ladder, the addresses as a strip. With - the picture is the"
                    + " answer, and no text.")
    private Optional<Path> svg = Optional.empty();

    /** Wants the picture where it is to go, if it is. */
    public void addTo(Forms forms) {
        svg.ifPresent(place -> forms.want(SVG, place));
    }
}
