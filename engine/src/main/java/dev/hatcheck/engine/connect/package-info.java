/** Which entry of the Host Access Table a client meets first, and what that means for it. */
package dev.hatcheck.engine.connect;
