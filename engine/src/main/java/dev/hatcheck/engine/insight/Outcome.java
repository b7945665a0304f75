package dev.hatcheck.engine.insight;

/** What is in force by the old table and by the new one, by the numbers of {@link AllTerms}. */
record Outcome(int before, int after) {}
