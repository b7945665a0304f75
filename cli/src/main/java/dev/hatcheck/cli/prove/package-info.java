/** Claims about all clients: how they are read, and what became of them. */
package dev.hatcheck.cli.prove;
