/** What two tables do differently, for people and for programs. */
package dev.hatcheck.cli.diff;
