package dev.hatcheck.engine.maillog;

import java.util.stream.Stream;

/** Where the shapes of log lines are, for a test that looks at all of them. */
public final class LineShapes {
    private LineShapes() {}

    /** The classes whose methods each make a line. */
    public static Stream<Class<?>> classes() {
        return Stream.of(ConnectionLines.class, AddressLines.class, MessageLines.class, LogStamp.class, Quoted.class);
    }
}
