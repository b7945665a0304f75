package dev.hatcheck.cli.trace;

import dev.hatcheck.cli.input.CommandFailure;
import dev.hatcheck.cli.input.Configuration;
import dev.hatcheck.engine.Engine;
import dev.hatcheck.engine.Peer;
import dev.hatcheck.engine.connect.Admission;
import dev.hatcheck.engine.connect.Explanation;
import dev.hatcheck.smtp.Rehearsal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * What a listener does with a client, and why.
 *
 * @param peer the client
 * @param explanation the decision
 * @param steps the dialogue; none if the connection is refused below SMTP
 * @param whyNot why a group that was asked about does not decide
 * @param assumed what all this rests on that no source proves
 */
public record Answer(
        Peer peer,
        Explanation explanation,
        List<Rehearsal.Step> steps,
        Optional<GroupAnswer> whyNot,
        List<String> assumed) {
    public Answer {
        steps = List.copyOf(steps);
        assumed = List.copyOf(assumed);
    }

    /**
     * What a configuration does with a client that gives these commands.
     *
     * @param groups the groups that are asked about, one at most
     * @throws CommandFailure if the table has no such group
     */
    public static Answer of(Configuration configuration, Peer peer, List<String> commands, List<String> groups) {
        Engine engine = configuration.engine();
        Explanation explanation = engine.explain(peer);
        List<Rehearsal.Step> steps = Rehearsal.play(
                engine, peer, commands.stream().map(Answer::toWire).toList());
        return new Answer(
                peer,
                explanation,
                steps.stream().map(Answer::fromWire).toList(),
                groups.stream()
                        .map(group -> GroupAnswer.of(configuration, peer, explanation.admission(), group))
                        .findFirst(),
                Assumptions.of(configuration.hat(), engine.settings(), peer, explanation, steps));
    }

    Admission admission() {
        return explanation.admission();
    }

    /** A rehearsal has bytes for characters, as the wire does. */
    private static String toWire(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    private static String fromWire(String bytes) {
        return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    private static Rehearsal.Step fromWire(Rehearsal.Step step) {
        return new Rehearsal.Step(
                fromWire(step.command()),
                step.code(),
                step.lines().stream().map(Answer::fromWire).toList());
    }
}
