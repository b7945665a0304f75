/** The check that a server goes through before CRES sends it replies that nothing but TLS protects. */
package dev.hatcheck.cli.probe;
