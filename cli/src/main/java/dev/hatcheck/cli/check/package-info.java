/** What an administrator should know of a table, in each form in which it is told. */
package dev.hatcheck.cli.check;
