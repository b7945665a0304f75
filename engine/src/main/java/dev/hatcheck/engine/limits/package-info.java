/** What is counted over many sessions: the only state that changes what the engine decides. */
package dev.hatcheck.engine.limits;
