/** Sockets: one selector, TLS upgraded in place, and the headers in which a proxy names its client. */
package dev.hatcheck.smtp.wire;
