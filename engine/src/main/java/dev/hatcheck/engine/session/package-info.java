/** What may be said and done in a session: the checks of commands, recipients and messages, and every reply. */
package dev.hatcheck.engine.session;
