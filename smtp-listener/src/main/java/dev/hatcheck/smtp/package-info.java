/** The listener as an embedder sees it: what to start, what to hand it, and what it hands back. */
package dev.hatcheck.smtp;
