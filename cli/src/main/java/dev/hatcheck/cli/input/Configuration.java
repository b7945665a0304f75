package dev.hatcheck.cli.input;

import dev.hatcheck.engine.Engine;
import dev.hatcheck.smtp.lookup.Facts;

/**
 * What the files of a command say.
 *
 * @param engine what decides about clients
 * @param facts what is declared about them
 */
public record Configuration(Engine engine, Facts facts) {}
