package dev.hatcheck.smtp;

import java.net.InetSocketAddress;

/**
 * Looks on at the connections of a listener, each of which it may follow from its beginning to its end.
 *
 * <p>Called on the listener's own thread, so it must return at once. Whatever it throws is a line of the diagnostics:
 * no connection is the worse for it.
 */
@FunctionalInterface
public interface Onlooker {
    /**
     * Somebody connected by TCP to a port of the listener, whichever it is; who the client is said to be, by that port,
     * by a proxy or by XCLIENT, is told by the events that follow.
     *
     * @param local our end of the connection, by which its port is known
     * @param remote the other end
     * @return who hears of this connection; {@link Following#NOTHING} for one that is not followed
     */
    Following connected(InetSocketAddress local, InetSocketAddress remote);

    /** Looks at nothing, and costs nothing. */
    static Onlooker nobody() {
        return Nobody.HERE;
    }
}
