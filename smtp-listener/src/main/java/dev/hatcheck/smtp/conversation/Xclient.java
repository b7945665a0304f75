package dev.hatcheck.smtp.conversation;

import dev.hatcheck.policies.Assumed;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads XCLIENT, by which somebody trusted says who the client is: {@code NAME=mx.example ADDR=192.0.2.1}.
 *
 * <p>By Postfix's description of the command. What an earlier XCLIENT said of the client holds until another is said.
 */
final class Xclient {
    /** The characters that a value may have, as written. */
    @Assumed("by Postfix's description of XCLIENT; the appliance knows no such command")
    private static final int MAX_VALUE = 255;

    /** The name is short and of letters, so that a reply can repeat it. */
    private static final Pattern FORM = Pattern.compile("([A-Za-z_]{1,30})=(.+)");

    private final Identity peer;
    private final Set<XclientAttribute> said = EnumSet.noneOf(XclientAttribute.class);
    private Identity client;

    private Xclient(Identity known, Identity peer) {
        this.client = known;
        this.peer = peer;
    }

    /** What an XCLIENT comes to. */
    sealed interface Result {
        /** The client is this. */
        record Introduced(Identity client) implements Result {}

        /** The command is none; the complaint is for people to read. */
        record Wrong(String complaint) implements Result {}
    }

    /**
     * Reads the arguments of the command, up to the first that is wrong.
     *
     * @param known the client as it is known so far
     * @param peer who gives the command
     */
    static Result read(String arguments, Identity known, Identity peer) {
        var reader = new Xclient(known, peer);
        for (String argument : arguments.split(" +")) {
            Optional<String> complaint = reader.complaintAbout(argument);
            if (complaint.isPresent()) {
                return new Result.Wrong(complaint.get());
            }
        }
        return new Result.Introduced(reader.client);
    }

    /** An attribute is said once in a command. */
    @Assumed("an attribute that is given twice is a mistake; Postfix takes the last")
    private Optional<String> complaintAbout(String argument) {
        var form = FORM.matcher(argument);
        if (!form.matches()) {
            return Optional.of("expected attribute=value, with blanks between them");
        }
        Optional<XclientAttribute> attribute = XclientAttribute.of(form.group(1));
        if (attribute.isEmpty()) {
            return Optional.of(form.group(1) + " is no attribute of those that EHLO lists");
        }
        return said.add(attribute.get())
                ? complaintAbout(attribute.get(), form.group(2))
                : Optional.of(attribute.get() + " is given twice");
    }

    private Optional<String> complaintAbout(XclientAttribute attribute, String written) {
        Optional<String> value = Xtext.decode(written);
        if (written.length() > MAX_VALUE) {
            return Optional.of("a value has at most " + MAX_VALUE + " characters, that of " + attribute + " has more");
        }
        if (value.isEmpty()) {
            return Optional.of(
                    "the value of " + attribute + " is no xtext, where +2B, in capitals, stands for a plus sign");
        }
        if (hasControls(value.get())) {
            return Optional.of("the value of " + attribute + " has control characters");
        }
        Optional<Identity> changed = attribute.say(value.get(), client, peer);
        client = changed.orElse(client);
        return changed.isPresent() ? Optional.empty() : Optional.of(attribute + " is " + attribute.expected());
    }

    /** A value must not break out of a log line or a header, however it is written. */
    private static boolean hasControls(String value) {
        return value.chars().anyMatch(character -> character < ' ' || character == 0x7f);
    }
}
