/** How long a decision takes with tables of any size, and how long such a table takes to read and to commit. */
package dev.hatcheck.bench.table;
