package dev.hatcheck.cli.picture;

import dev.hatcheck.engine.Engine;
import dev.hatcheck.policies.HostAccessTable;

/**
 * A table that is drawn.
 *
 * @param name what it is called
 * @param hat the table
 * @param engine what decides by it
 */
public record DrawnTable(String name, HostAccessTable hat, Engine engine) {}
