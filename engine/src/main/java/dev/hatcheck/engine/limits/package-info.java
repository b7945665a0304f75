/** What is counted over many sessions: the only state of the engine that changes. */
package dev.hatcheck.engine.limits;
