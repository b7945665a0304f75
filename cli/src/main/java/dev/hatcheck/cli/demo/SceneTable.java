package dev.hatcheck.cli.demo;

import dev.hatcheck.cli.input.Cell;
import dev.hatcheck.cli.input.Paper;
import dev.hatcheck.cli.input.Style;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** A row for each host, with as much of the two replies as there is room for: their codes at least. */
final class SceneTable {
    /** What is shown of the replies, from the most to the least. */
    private enum Replies {
        BOTH(reply -> reply, reply -> reply),
        IN_CLEAR(reply -> reply, SceneTable::code),
        CODES(SceneTable::code, SceneTable::code);

        private final UnaryOperator<String> inClear;
        private final UnaryOperator<String> overTls;

        Replies(UnaryOperator<String> inClear, UnaryOperator<String> overTls) {
            this.inClear = inClear;
            this.overTls = overTls;
        }
    }

    private SceneTable() {}

    /** The table, as wide as it may be. */
    static List<List<Cell>> rows(List<Scene> scenes, int room) {
        return Stream.of(Replies.values())
                .map(replies -> rows(scenes, replies))
                .filter(rows -> Paper.width(rows) <= room)
                .findFirst()
                .orElseGet(() -> rows(scenes, Replies.CODES));
    }

    private static List<List<Cell>> rows(List<Scene> scenes, Replies replies) {
        var rows = new ArrayList<List<Cell>>();
        rows.add(row(Style.FAINT, "HOST", "ADDRESS", "GROUP", "ENTRY", "CLEAR", "TLS"));
        for (Scene scene : scenes) {
            if (scene.host() == Host.ORDINARY) {
                rows.add(row(Style.PLAIN, "", "", "", "", "", ""));
            }
            rows.add(row(scene, replies));
        }
        return rows;
    }

    private static List<Cell> row(Style style, String... cells) {
        return Stream.of(cells).map(text -> new Cell(text, style)).toList();
    }

    private static List<Cell> row(Scene scene, Replies replies) {
        var admission = scene.explanation().admission();
        boolean standsOut = !scene.isCovered() && scene.host() != Host.ORDINARY;
        return List.of(
                new Cell(scene.host().name().text(), standsOut ? Style.BOLD : Style.PLAIN),
                Cell.of(scene.host().address().toString()),
                Cell.of(admission.group().orElse("-")),
                new Cell(admission.entry().written(), Style.CYAN),
                reply(replies.inClear.apply(scene.inClear())),
                reply(replies.overTls.apply(scene.overTls())));
    }

    static Cell reply(String reply) {
        return new Cell(reply, reply.startsWith("2") ? Style.GREEN : Style.YELLOW);
    }

    private static String code(String reply) {
        return reply.substring(0, 3);
    }
}
