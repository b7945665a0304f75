/** The command line: one class for each thing that it does. */
package dev.hatcheck.cli;
