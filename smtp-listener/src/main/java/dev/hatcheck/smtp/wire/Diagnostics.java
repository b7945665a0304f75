package dev.hatcheck.smtp.wire;

import java.lang.System.Logger.Level;

/**
 * Tells people what went wrong on the wire.
 *
 * <p>A logger may fail itself, above all when the machine is short of something. That must not make things worse.
 */
public final class Diagnostics {
    private static final String NAME = Diagnostics.class.getPackageName();

    private Diagnostics() {}

    /** Has the logger found while there are file descriptors to find it with; that takes time, so not at the start. */
    static void prepare() {
        try {
            System.getLogger(NAME).isLoggable(Level.ERROR);
        } catch (RuntimeException | Error e) {
            // it may be found when there is something to say
        }
    }

    /** A connection that broke: of interest to who looks for it. */
    static void broken(String what, Throwable why) {
        log(Level.DEBUG, what, why);
    }

    /** Somebody we trust does it wrongly, and would wonder for long why nothing works. */
    static void refused(String what) {
        log(Level.WARNING, what, null); // a trace would lead into this program, and the fault is not here
    }

    /** Something that others failed to do for us. */
    public static void failed(String what, Throwable why) {
        log(Level.WARNING, what, why);
    }

    /** An error of this program. */
    static void bug(String what, Throwable why) {
        log(Level.ERROR, what, why);
    }

    private static void log(Level level, String what, Throwable why) {
        try {
            System.getLogger(NAME).log(level, what, why);
        } catch (RuntimeException | Error e) {
            // there is nobody left to tell
        }
    }
}
