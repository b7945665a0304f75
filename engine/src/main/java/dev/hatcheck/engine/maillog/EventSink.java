package dev.hatcheck.engine.maillog;

/**
 * Hears what happens on a listener.
 *
 * <p>Called on the thread that serves the connection, in the order of events; must return at once.
 */
@FunctionalInterface
public interface EventSink {
    void tell(MailEvent event);
}
