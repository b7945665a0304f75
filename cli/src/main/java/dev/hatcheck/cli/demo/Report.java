package dev.hatcheck.cli.demo;

import dev.hatcheck.cli.input.Cell;
import dev.hatcheck.cli.input.Paper;
import dev.hatcheck.cli.input.Style;
import dev.hatcheck.cli.input.Terminal;
import dev.hatcheck.cli.probe.Verdict;
import dev.hatcheck.policies.Entry;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A show on paper: the log as it was written, then a row for each host, then what that means. */
public final class Report {
    private final Show show;
    private final Paper paper;

    private Report(Show show, Terminal terminal) {
        this.show = show;
        this.paper = new Paper(terminal);
    }

    /** The show in lines. */
    public static List<String> write(Show show, Terminal terminal) {
        var report = new Report(show, terminal);
        report.scene();
        report.log();
        report.table();
        report.uncovered();
        report.dependent();
        report.trials();
        report.verdict();
        return report.paper.lines();
    }

    private void scene() {
        paper.heading("Mail from the Cisco Registered Envelope Service (CRES) comes in over TLS only");
        paper.text("A gateway on 127.0.0.1:" + show.gateway().getPort()
                + " goes by the table cres.hat. Its first group, CRES, has " + four()
                + " senders and a policy that requires TLS. The " + Host.CRES.size()
                + " hosts of CRES and an ordinary sender connect, each in clear and over TLS, and try to deliver a"
                + " message.");
    }

    private void log() {
        paper.heading("The mail log, without its times");
        show.log().forEach(line -> paper.hanging(line, colour(line)));
    }

    private static Style colour(String logLine) {
        if (logLine.contains(" TLS success ")) {
            return Style.GREEN;
        }
        if (logLine.contains(" TLS was required ")) {
            return Style.YELLOW;
        }
        return logLine.startsWith("New ") ? Style.PLAIN : Style.FAINT;
    }

    private void table() {
        paper.heading("What became of them");
        paper.table(SceneTable.rows(show.scenes(), paper.room()));
        paper.blank();
        paper.table(show.scenes().stream()
                .flatMap(scene -> Stream.of(scene.inClear(), scene.overTls()))
                .map(reply -> reply.startsWith("250") ? "250 ok:  Message N accepted" : reply)
                .distinct()
                .sorted()
                .map(reply -> List.of(SceneTable.reply(reply), new Cell(occasion(reply), Style.FAINT)))
                .toList());
    }

    private static String occasion(String reply) {
        return switch (reply.substring(0, 3)) {
            case "250" -> "to the message";
            case "500" -> "to STARTTLS, where TLS is off";
            case "530" -> "to MAIL in clear";
            default -> "not as it must be";
        };
    }

    // ---- what it means

    private void uncovered() {
        for (Scene scene : show.scenes()) {
            if (!scene.isCovered() && scene.host() != Host.ORDINARY) {
                paper.heading(scene.host().name() + " itself (" + scene.host().address()
                        + ") is covered by none of the " + four() + " senders");
                paper.table(scene.explanation().whyNot().stream()
                        .filter(passedOver -> senders().contains(passedOver.entry()))
                        .map(passedOver -> List.of(
                                new Cell(passedOver.entry().written(), Style.CYAN),
                                Cell.of(passedOver.reason().words())))
                        .toList());
                paper.blank();
                paper.text("So it is a sender like any other, and its mail in clear is accepted.");
            }
        }
    }

    private void dependent() {
        List<String> names = show.scenes().stream()
                .filter(Scene::dependsOnName)
                .map(scene -> scene.host().name().text())
                .toList();
        paper.heading(names.size() + " hosts depend on reverse DNS");
        paper.text("Where it does not lead from the address to the name and back, none of the " + four()
                + " senders covers them, and their mail in clear is accepted: "
                + String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.getLast() + ".");
    }

    /** How many senders the group has: four, unless somebody edited the preset. */
    private String four() {
        int count = senders().size();
        return count == 4 ? "four" : String.valueOf(count);
    }

    private List<Entry> senders() {
        return show.world().senders();
    }

    private void trials() {
        paper.heading("Before its replies come unencrypted, CRES checks the gateway's certificate");
        paper.text("Here " + Host.CRES_TESTER.name() + " checks four that it may show, as `hatcheck probe` does, and"
                + " trusts one root. Of the second and the third OpenSSL says the same, which helps nobody.");
        paper.blank();
        paper.tableOfTexts(show.trials().stream().map(Report::row).toList());
    }

    private static List<Cell> row(Trial trial) {
        Verdict verdict = trial.examination().verdict();
        return List.of(
                new Cell(verdict.name(), verdict == Verdict.PASS ? Style.GREEN : Style.YELLOW),
                Cell.of(trial.certificate() + ": " + trial.examination().reason()));
    }

    private void verdict() {
        String wrong = Stream.concat(
                        show.scenes().stream()
                                .filter(scene -> !scene.isAsItMustBe())
                                .map(scene -> scene.host().name().text()),
                        show.trials().stream()
                                .filter(trial -> !trial.isAsItMustBe())
                                .map(trial -> trial.certificate()))
                .collect(Collectors.joining(", "));
        paper.heading(
                wrong.isEmpty()
                        ? paper.styled(
                                "All " + 2 * show.scenes().size() + " connections and all "
                                        + show.trials().size() + " checks went as they must.",
                                Style.GREEN)
                        : "These were not treated as they must be: " + wrong);
    }
}
