package dev.hatcheck.cli.serve;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.time.Duration;

/** What the system tells a process to do. */
public final class Signals {
    /** Within ten seconds all is over, so that whoever ended the process need not kill it. */
    private static final Duration PATIENCE = Duration.ofSeconds(9);

    private Signals() {}

    /**
     * Does this when the process is told to end, by SIGTERM or SIGINT, and then ends it with 0.
     *
     * <p>Left to itself the virtual machine would end with 143.
     *
     * @return what takes this back, for a process that ends by itself and not with 0
     */
    public static Runnable onEnd(Runnable action) {
        var hook = new Thread(() -> end(action), "end");
        Runtime.getRuntime().addShutdownHook(hook);
        return () -> Runtime.getRuntime().removeShutdownHook(hook);
    }

    private static void end(Runnable action) {
        Thread work = Thread.ofPlatform().daemon().start(action);
        try {
            work.join(PATIENCE);
        } catch (InterruptedException nobodyDoesThat) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(0);
    }

    /**
     * Does this at each SIGHUP, on a thread of the virtual machine's; nothing where there is no such signal.
     *
     * <p>By reflection, as {@code sun.misc.Signal} is in no module that a release is compiled against.
     */
    public static void onHangup(Runnable action) {
        InvocationHandler handler = (proxy, method, arguments) -> switch (method.getName()) {
            case "handle" -> {
                action.run();
                yield null;
            }
            case "equals" -> proxy == arguments[0];
            case "hashCode" -> System.identityHashCode(proxy);
            default -> "reread at SIGHUP";
        };
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> listener = Class.forName("sun.misc.SignalHandler");
            signal.getMethod("handle", signal, listener)
                    .invoke(
                            null,
                            signal.getConstructor(String.class).newInstance("HUP"),
                            Proxy.newProxyInstance(listener.getClassLoader(), new Class<?>[] {listener}, handler));
        } catch (ReflectiveOperationException noSuchSignal) {
            return; // Windows
        }
    }
}
