package dev.hatcheck.cli.trace;

import dev.hatcheck.cli.input.CommandFailure;
import dev.hatcheck.cli.input.Configuration;
import dev.hatcheck.cli.input.ExitCode;
import dev.hatcheck.engine.Peer;
import dev.hatcheck.engine.connect.Admission;
import dev.hatcheck.engine.insight.Nearness;
import dev.hatcheck.engine.insight.Nearness.Near;
import dev.hatcheck.policies.SenderGroup;
import java.util.List;

/**
 * Why a sender group does not decide about a client.
 *
 * @param group its name
 * @param decides whether it does decide
 * @param entries its entries, the nearest to the client first; none if the group decides, or if it has none
 */
public record GroupAnswer(String group, boolean decides, List<Near> entries) {
    public GroupAnswer {
        entries = List.copyOf(entries);
    }

    /**
     * The answer about a group of a table.
     *
     * @throws CommandFailure if the table has no such group
     */
    static GroupAnswer of(Configuration configuration, Peer peer, Admission decided, String group) {
        List<String> groups = configuration.hat().lines().stream()
                .filter(SenderGroup.class::isInstance)
                .map(line -> ((SenderGroup) line).name())
                .toList();
        if (!groups.contains(group)) {
            throw new CommandFailure(
                    ExitCode.BAD_INPUT,
                    "hatcheck: --why-not: the table has no group \"" + group + "\"; its groups are "
                            + String.join(", ", groups));
        }
        if (decided.group().filter(group::equals).isPresent()) {
            return new GroupAnswer(group, true, List.of());
        }
        return new GroupAnswer(
                group, false, Nearness.order(configuration.engine().whyNot(group, peer), peer));
    }
}
