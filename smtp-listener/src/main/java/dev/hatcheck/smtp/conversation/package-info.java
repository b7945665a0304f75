/** One SMTP session as a state machine: bytes, answers and the passing of time go in, actions come out. */
package dev.hatcheck.smtp.conversation;
