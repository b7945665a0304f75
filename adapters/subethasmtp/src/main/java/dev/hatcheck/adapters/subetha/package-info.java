/** Hatcheck inside a SubEthaSMTP server, which keeps its sockets and threads and lets the conversation speak. */
package dev.hatcheck.adapters.subetha;
