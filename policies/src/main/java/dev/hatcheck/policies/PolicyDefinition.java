package dev.hatcheck.policies;

import java.util.List;
import java.util.Optional;

/**
 * A named mail flow policy of a table.
 *
 * @param name without the {@code $}
 * @param policy what it says
 * @param note the remark behind it
 * @param origin the line of its name
 */
public record PolicyDefinition(String name, WrittenPolicy policy, Optional<Note> note, Origin origin)
        implements HostAccessTable.Line {
    /** The names of the policies that every listener comes with, whether its table uses them or not. */
    @Esa({"UG802-11", "CFG75-40"})
    public static final List<String> PREDEFINED = List.of("RELAYED", "TRUSTED", "BLOCKED", "THROTTLED", "ACCEPTED");
}
