package dev.hatcheck.smtp.wire;

/** Somebody whose socket the selector watches. */
interface Selected {
    /** The socket is ready for something that was waited for. */
    void ready();
}
