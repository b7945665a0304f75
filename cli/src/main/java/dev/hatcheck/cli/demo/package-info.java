/** The founding case, shown on a real socket. */
package dev.hatcheck.cli.demo;
