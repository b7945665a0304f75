/** A gateway that runs until it is told to stop. */
package dev.hatcheck.cli.serve;
