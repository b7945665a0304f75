/** How answers about a whole table name clients and entries. */
package dev.hatcheck.cli.insight;
