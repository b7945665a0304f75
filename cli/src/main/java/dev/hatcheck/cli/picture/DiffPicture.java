package dev.hatcheck.cli.picture;

import dev.hatcheck.cli.picture.Strip.Version;
import dev.hatcheck.engine.insight.Change;
import dev.hatcheck.engine.insight.ChangedAddresses;
import dev.hatcheck.engine.insight.ChangedAddresses.Stretch;
import dev.hatcheck.engine.insight.Difference;
import dev.hatcheck.policies.ListenerSettings;
import dev.hatcheck.policies.address.IpRange;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What two tables do differently as a picture: both as ladders beside each other, the changes, and the addresses of
 * those whom they concern.
 */
public final class DiffPicture {
    private final Difference difference;
    private final List<Drawing> drawings = new ArrayList<>();

    private DiffPicture(Difference difference) {
        this.difference = difference;
    }

    /** The picture as SVG. Of what there are very many the most important is shown, and the rest counted. */
    public static String write(DrawnTable before, DrawnTable after, Difference difference) {
        var picture = new DiffPicture(difference);
        picture.ladders(before, after);
        picture.changes(before.engine().settings());
        picture.strips();
        return Svg.write(
                before.name() + " and " + after.name() + " as a picture",
                "The sender groups of two tables beside each other, and the clients whom the tables treat differently.",
                picture.drawings);
    }

    private void ladders(DrawnTable before, DrawnTable after) {
        var pairing = new Pairing(TableFacts.of(before), TableFacts.of(after));
        drawings.add(new Heading(
                Lettering.TITLE,
                before.name() + " \u2192 " + after.name(),
                List.of(
                        "The old table is on the left, the new one on the right. Lines join what is in both:",
                        "a thick one where it has moved among the others, a broken one where it has changed.")));
        drawings.add(new TwoLadders(pairing));
    }

    private void changes(ListenerSettings settings) {
        int count = difference.changes().size();
        String summary = !difference.isComplete()
                ? "Some of what is done differently; there are more sets of clients than can be listed."
                : count == 0
                        ? "The tables mean the same: no client is treated differently."
                        : Count.of(count, "change", "changes") + ". All other clients are treated as before.";
        drawings.add(new Heading(Lettering.HEADING, "Clients who are treated differently", List.of(summary)));
        drawings.add(new Changes(difference, settings));
    }

    private void strips() {
        ChangedAddresses changed = ChangedAddresses.of(difference);
        List<String> notDrawn = notDrawn(changed);
        if (changed.stretches().isEmpty()) {
            if (!notDrawn.isEmpty()) {
                drawings.add(new Heading(Lettering.HEADING, "No stretch of addresses of their own", notDrawn));
            }
            return;
        }
        var lines = new ArrayList<>(List.of(
                "Above is what was done, below what is done now, with some of the clients at these addresses:",
                "with which, the change says that stands below."));
        lines.addAll(notDrawn);
        drawings.add(new Legend(difference.changes().stream()
                .flatMap(change -> Stream.of(Tone.of(change.before()), Tone.of(change.after())))
                .collect(Collectors.toSet())));
        for (Version version : Version.values()) {
            List<Stretch> stretches = changed.stretches().stream()
                    .filter(stretch -> Version.of(stretch.range().first()) == version)
                    .toList();
            if (!stretches.isEmpty()) {
                List<Cell> cells = cells(stretches, version);
                drawings.add(new Heading(
                        Lettering.HEADING,
                        Zoom.words(stretches.size(), cells.size()) + " of " + version.words() + " addresses",
                        lines));
                drawings.add(new Strip(version, cells));
                lines.clear();
            }
        }
    }

    private static List<String> notDrawn(ChangedAddresses changed) {
        var lines = new ArrayList<String>();
        if (changed.setsAnywhere() > 0) {
            lines.add(Count.of(changed.setsAnywhere(), "set of clients", "sets of clients")
                    + " may have any address, or any but some, and " + (changed.setsAnywhere() == 1 ? "is" : "are")
                    + " not drawn.");
        }
        if (changed.setsLeftOut() > 0) {
            lines.add(Count.of(changed.setsLeftOut(), "more set of clients is", "more sets of clients are")
                    + " left out.");
        }
        return lines;
    }

    private List<Cell> cells(List<Stretch> stretches, Version version) {
        return Zoom.of(0, stretches.size(), i -> stretches.get(i).range().first(), version.most()).stream()
                .map(zoom -> cell(stretches.subList(zoom.from(), zoom.to())))
                .toList();
    }

    private Cell cell(List<Stretch> stretches) {
        boolean isFolded = stretches.size() > 1;
        var range = new IpRange(
                stretches.getFirst().range().first(),
                stretches.getLast().range().last());
        List<Integer> changes = stretches.stream()
                .flatMap(stretch -> stretch.changes().stream())
                .distinct()
                .sorted()
                .toList();
        String count = Count.of(stretches.size(), "stretch", "stretches");
        return new Cell(
                range,
                isFolded,
                columns(changes),
                isFolded ? count : numbers(changes),
                Stream.concat(
                                Stream.of(
                                        isFolded
                                                ? range.first() + " to " + range.last() + ": " + count
                                                : String.join(", ", range.blocks())),
                                changes.stream().map(this::words))
                        .toList());
    }

    private static String numbers(List<Integer> changes) {
        return (changes.size() == 1 ? "change " : "changes ")
                + changes.stream().map(change -> Integer.toString(change + 1)).collect(Collectors.joining(", "));
    }

    private String words(int number) {
        Change change = difference.changes().get(number);
        return "change " + (number + 1) + ": " + Tone.treatment(change.before()) + " \u2192 "
                + Tone.treatment(change.after());
    }

    /** A column for each change, as many as fit; of one alone the words. */
    private List<Cell.Column> columns(List<Integer> changes) {
        boolean isCut = changes.size() > Strip.MOST_COLUMNS;
        return Stream.concat(
                        changes.stream()
                                .limit(isCut ? Strip.MOST_COLUMNS - 1 : changes.size())
                                .map(change -> column(change, changes.size() == 1)),
                        isCut
                                ? Stream.of(new Cell.Column(1, Tone.CONTINUED, Tone.CONTINUED, "\u2026", "\u2026"))
                                : Stream.empty())
                .toList();
    }

    private Cell.Column column(int number, boolean isAlone) {
        Tone before = Tone.of(difference.changes().get(number).before());
        Tone after = Tone.of(difference.changes().get(number).after());
        return new Cell.Column(
                1, before, after, isAlone ? before.words() : before.letter(), isAlone ? after.words() : after.letter());
    }
}
