package dev.hatcheck.bench.study;

/**
 * How much is measured.
 *
 * @param rounds that count
 * @param messages in a round
 * @param connections where a study is about many
 * @param seconds that each attack lasts
 */
record Effort(int rounds, int messages, int connections, int seconds) {}
