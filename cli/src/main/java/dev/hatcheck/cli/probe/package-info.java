/** The check that a server of TLS goes through before encrypted messages are answered in clear. */
package dev.hatcheck.cli.probe;
