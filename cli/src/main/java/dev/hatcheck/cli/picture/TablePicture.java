package dev.hatcheck.cli.picture;

import dev.hatcheck.cli.picture.Strip.Version;
import dev.hatcheck.engine.insight.AddressStrip;
import dev.hatcheck.engine.insight.Finding;
import dev.hatcheck.policies.address.IpRange;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A table as a picture: its groups as a ladder with what was found about them, and its addresses as a strip. */
public final class TablePicture {
    private final TableFacts table;
    private final AddressStrip strip;
    private final List<Drawing> drawings = new ArrayList<>();

    private TablePicture(TableFacts table) {
        this.table = table;
        this.strip = table.strip();
    }

    /**
     * The picture as SVG. Of what there are very many the most important is shown, and the rest counted.
     *
     * @param findings what was found about it
     */
    public static String write(DrawnTable table, List<Finding> findings) {
        var picture = new TablePicture(TableFacts.of(table, findings));
        picture.ladder(table.name());
        for (Version version : Version.values()) {
            picture.strip(version);
        }
        return Svg.write(
                table.name() + " as a picture",
                "The sender groups of the table in the order in which they are asked, and the addresses that they name.",
                picture.drawings);
    }

    private void ladder(String name) {
        drawings.add(new Heading(
                Lettering.TITLE,
                name,
                List.of("A client climbs down from the top, and the first rung with an entry that it meets decides. "
                        + Count.of(table.size(), "rung", "rungs") + ".")));
        Set<Tone> tones = EnumSet.noneOf(Tone.class);
        IntStream.range(0, table.size())
                .forEach(place -> tones.add(table.step(place).tone()));
        drawings.add(new Ladder(table));
        if (!table.others().isEmpty()) {
            drawings.add(new Heading(
                    Lettering.HEADING,
                    "Found elsewhere",
                    List.of("About policies and recipients: "
                            + Marks.of(table.others()).words() + ".")));
        }
        drawings.add(new Legend(tones));
    }

    private void strip(Version version) {
        int from = version == Version.V4 ? 0 : strip.sizeOfV4();
        int to = version == Version.V4 ? strip.sizeOfV4() : strip.size();
        if (from == to) {
            return;
        }
        List<Cell> cells = Zoom.of(from, to, stretch -> strip.range(stretch).first(), version.most()).stream()
                .map(this::cell)
                .toList();
        drawings.add(new Heading(
                Lettering.HEADING,
                version.words() + " addresses",
                List.of(
                        "The rung that an address comes to first; but an earlier one may know the client by name or score.",
                        Zoom.words(to - from, cells.size()) + ", magnified. No entry means the addresses between.")));
        drawings.add(new Strip(version, cells));
    }

    private Cell cell(Zoom zoom) {
        return zoom.size() == 1 ? stretch(zoom.from()) : folded(zoom);
    }

    private Cell stretch(int stretch) {
        Step step = table.step(strip.rung(stretch));
        var tip = new ArrayList<>(List.of(String.join(", ", strip.range(stretch).blocks())));
        tip.addAll(step.tip().toList());
        return new Cell(
                strip.range(stretch),
                false,
                List.of(new Cell.Column(
                        1,
                        step.tone(),
                        step.tone(),
                        step.rung().order() + " " + step.name(),
                        step.tone().words())),
                "",
                tip);
    }

    private Cell folded(Zoom zoom) {
        Map<Tone, Integer> tones = new EnumMap<>(Tone.class);
        IntStream.range(zoom.from(), zoom.to())
                .forEach(stretch -> tones.merge(table.step(strip.rung(stretch)).tone(), 1, Integer::sum));
        String count = Count.of(zoom.size(), "stretch", "stretches");
        var range = new IpRange(
                strip.range(zoom.from()).first(), strip.range(zoom.to() - 1).last());
        return new Cell(
                range,
                true,
                tones.entrySet().stream()
                        .map(entry -> new Cell.Column(
                                entry.getValue(),
                                entry.getKey(),
                                entry.getKey(),
                                entry.getKey().letter(),
                                Math.round(100.0 * entry.getValue() / zoom.size()) + "%"))
                        .toList(),
                count,
                List.of(
                        range.first() + " to " + range.last(),
                        count + ": "
                                + tones.entrySet().stream()
                                        .map(entry -> Count.number(entry.getValue()) + " "
                                                + entry.getKey().words())
                                        .collect(Collectors.joining(", "))));
    }
}
