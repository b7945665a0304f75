/** Where the facts about a client come from: zone files or name servers, and tables of reputation. */
package dev.hatcheck.smtp.lookup;
