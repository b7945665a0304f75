/** The decisions of a listener, each a function of its tables and of facts about the client. */
package dev.hatcheck.engine;
