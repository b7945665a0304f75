/** The clients that put load on a server, good ones and others. */
package dev.hatcheck.bench.client;
