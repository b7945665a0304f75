/** A list of clients, and what the table does with each. */
package dev.hatcheck.cli.classify;
