package dev.hatcheck.engine.insight;

import dev.hatcheck.engine.ReverseDns;
import dev.hatcheck.policies.Sender;
import dev.hatcheck.policies.address.HostName;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the names of some clients are worth, verified names as a tree: of the senders that mean a name the nearest says
 * whether it belongs to them, the name itself before the longest of those that it lies below.
 *
 * @param noRecord whether they may have no name at all
 * @param mismatch whether they may have a name that does not lead back
 * @param failure whether the look-up of their names may fail
 * @param others whether verified names belong to them that no sender here means
 * @param in whose names do: senders of names alone
 * @param out whose do not: senders of names alone
 */
public record Names(
        boolean noRecord, boolean mismatch, boolean failure, boolean others, List<Sender> in, List<Sender> out) {
    private static final int STRANGER = 3;

    public Names {
        in = List.copyOf(in);
        out = List.copyOf(out);
    }

    /** The names of these classes. */
    static Names of(NameClasses classes, BitSet places) {
        boolean others = places.get(STRANGER);
        Map<HostName, Boolean> below = new HashMap<>();
        for (int place = STRANGER + 1; place < classes.count(); place++) {
            if (classes.node(place).orElseThrow() instanceof Sender.PartialHost(var suffix)) {
                below.put(suffix, places.get(place));
            }
        }
        var in = new ArrayList<Sender>();
        var out = new ArrayList<Sender>();
        for (int place = STRANGER + 1; place < classes.count(); place++) {
            Sender node = classes.node(place).orElseThrow();
            boolean belongs = places.get(place);
            if (belongs != inherited(name(node), below, others)) {
                (belongs ? in : out).add(node);
            }
        }
        return new Names(places.get(0), places.get(1), places.get(2), others, in, out);
    }

    private static HostName name(Sender node) {
        return switch (node) {
            case Sender.Host(var name) -> name;
            case Sender.PartialHost(var suffix) -> suffix;
            default -> throw new IllegalArgumentException(node + " means no names");
        };
    }

    /** What holds for a name unless something is said of itself. */
    private static boolean inherited(HostName name, Map<HostName, Boolean> below, boolean others) {
        String text = name.text();
        for (int dot = text.indexOf('.'); dot >= 0; dot = text.indexOf('.', dot + 1)) {
            Boolean belongs = below.get(new HostName(text.substring(dot + 1)));
            if (belongs != null) {
                return belongs;
            }
        }
        return others;
    }

    /** Whether any name will do, or none. */
    public boolean isAny() {
        return noRecord && mismatch && failure && isAnyVerified();
    }

    /** Whether any name will do that is verified. */
    public boolean isAnyVerified() {
        return others && out.isEmpty();
    }

    /** Whether no name will do that is verified. */
    public boolean isUnverified() {
        return !others && in.isEmpty();
    }

    /** Whether a name is one of them. */
    public boolean contains(ReverseDns reverseDns) {
        return switch (reverseDns) {
            case ReverseDns.NoRecord() -> noRecord;
            case ReverseDns.Mismatch(var name) -> mismatch;
            case ReverseDns.TemporaryFailure(var host) -> failure;
            case ReverseDns.Verified(var name) -> contains(name);
        };
    }

    private boolean contains(HostName name) {
        var itself = new Sender.Host(name);
        if (in.contains(itself) || out.contains(itself)) {
            return in.contains(itself);
        }
        Map<HostName, Boolean> below = new HashMap<>();
        in.forEach(sender -> note(sender, true, below));
        out.forEach(sender -> note(sender, false, below));
        return inherited(name, below, others);
    }

    private static void note(Sender sender, boolean belongs, Map<HostName, Boolean> below) {
        if (sender instanceof Sender.PartialHost(var suffix)) {
            below.put(suffix, belongs);
        }
    }
}
