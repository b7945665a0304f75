package dev.hatcheck.engine;

import dev.hatcheck.engine.connect.Admissions;
import dev.hatcheck.policies.HostAccessTable;
import dev.hatcheck.policies.ListenerSettings;
import dev.hatcheck.policies.ListenerType;
import dev.hatcheck.policies.MailFlowPolicy;
import dev.hatcheck.policies.RecipientAccessTable;
import dev.hatcheck.policies.text.HatReader;
import dev.hatcheck.policies.text.RatReader;

/** Tables from the texts in which administrators write them. */
public final class Tables {
    /** A public listener with nothing changed. */
    public static final ListenerSettings PUBLIC = ListenerSettings.of(ListenerType.PUBLIC);

    private Tables() {}

    /** A Host Access Table; problems name it {@code test.hat}. */
    public static HostAccessTable hat(String text) {
        return HatReader.read(text, "test.hat").value();
    }

    /** A Recipient Access Table; problems name it {@code test.rat}. */
    public static RecipientAccessTable rat(String text) {
        return RatReader.read(text, "test.rat").value();
    }

    /** What a Host Access Table means on a public listener. */
    public static Admissions admissions(String hat) {
        return Admissions.of(hat(hat), PUBLIC);
    }

    /** The policy that an access rule writes, in force on a public listener: {@code ACCEPT { tls = "required" }}. */
    public static MailFlowPolicy policy(String rule) {
        return admissions("ALL\n" + rule).admit(Peers.peer("192.0.2.7")).policy();
    }
}
