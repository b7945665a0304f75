package dev.hatcheck.engine.insight;

import dev.hatcheck.engine.ReverseDns;
import dev.hatcheck.policies.Sender;
import dev.hatcheck.policies.address.HostName;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;

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
        in = Collections.unmodifiableList(in);
        out = Collections.unmodifiableList(out);
    }

    /** The names of these classes. */
    static Names of(NameClasses classes, BitSet places) {
        int[] above = classes.above();
        var in = new BitSet();
        var out = new BitSet();
        for (int place = STRANGER + 1; place < classes.count(); place++) {
            boolean belongs = places.get(place);
            if (belongs != places.get(above[place])) {
                (belongs ? in : out).set(place);
            }
        }
        return new Names(
                places.get(0),
                places.get(1),
                places.get(2),
                places.get(STRANGER),
                senders(classes, in),
                senders(classes, out));
    }

    private static List<Sender> senders(NameClasses classes, BitSet places) {
        return new Picked<>(places, place -> classes.node(place).orElseThrow());
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
        String text = name.text();
        for (int dot = text.indexOf('.'); dot >= 0; dot = text.indexOf('.', dot + 1)) {
            var below = new Sender.PartialHost(new HostName(text.substring(dot + 1)));
            if (in.contains(below) || out.contains(below)) {
                return in.contains(below);
            }
        }
        return others;
    }
}
