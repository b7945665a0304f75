package dev.hatcheck.cli.serve;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;

/**
 * Hears SIGHUP.
 *
 * <p>By reflection, as {@code sun.misc.Signal} is in no module that a release is compiled against, and there is no other
 * way.
 */
final class Signals {
    private Signals() {}

    /** Does this at each SIGHUP, on a thread of the virtual machine's; nothing where there is no such signal. */
    static void onHangup(Runnable action) {
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
