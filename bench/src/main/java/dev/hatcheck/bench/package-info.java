/** How fast it is, and what it costs: measured beside others, in the same rounds. */
package dev.hatcheck.bench;
