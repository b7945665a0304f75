/** The decision about one client, with its reasons, on paper. */
package dev.hatcheck.cli.trace;
