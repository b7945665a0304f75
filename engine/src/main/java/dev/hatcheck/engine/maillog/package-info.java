/** What happened, event by event, and the lines of the appliance's mail log that tell of it. */
package dev.hatcheck.engine.maillog;
