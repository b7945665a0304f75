/**
 * Questions about a Host Access Table, answered exactly for all possible clients.
 *
 * <p>A client is a tuple of facts: its address, what its name is worth, its reputation, its country, its organisation
 * and the DNS lists that it is on. Each entry asks about one fact alone, so the values of each fact fall into few
 * classes that a table treats alike ({@link dev.hatcheck.engine.insight.Space}), and each class has the lowest rank of
 * the entries that mean it ({@link dev.hatcheck.engine.insight.Dimension}). An entry decides about somebody if and only
 * if its own fact has a class of its rank, and every other fact one of a higher rank
 * ({@link dev.hatcheck.engine.insight.Reach}).
 *
 * <p>Any combination of facts is possible, with one exception: of a private address nobody asks the reputation service.
 * So all possible clients are two products, of public addresses with everything and of private ones with names and
 * lists; a listener that does not ask the service at all sees the same of both.
 */
package dev.hatcheck.engine.insight;
