/**
 * How long a decision takes with tables of any size, and what it takes to read and commit one.
 * {@code org.openjdk.jmh.Main} runs them all, with {@code -prof gc} to see that decisions allocate nothing.
 */
package dev.hatcheck.bench.table;
