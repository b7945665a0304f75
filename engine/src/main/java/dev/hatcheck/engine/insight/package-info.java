/** Questions about a table, answered exactly. */
package dev.hatcheck.engine.insight;
