/** {@code docs/fidelity.md}: what is built of the appliance, by the annotations of the code, and what shows it. */
package dev.hatcheck.fidelity;
