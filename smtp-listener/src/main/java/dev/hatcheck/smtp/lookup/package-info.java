/** Where the facts about a client come from: zone files and tables of reputation. */
package dev.hatcheck.smtp.lookup;
