/** Servers as processes: started, looked at from outside, and ended. */
package dev.hatcheck.bench.server;
