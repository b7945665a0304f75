package dev.hatcheck.engine.session;

import dev.hatcheck.engine.Peer;
import dev.hatcheck.engine.ReverseDns;
import dev.hatcheck.engine.connect.Admission;
import dev.hatcheck.policies.Ascii;
import dev.hatcheck.policies.Assumed;
import dev.hatcheck.policies.Esa;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The variables of a text that a policy says to a client, such as {@code $RemoteIP}.
 *
 * @param admission what the table says of the client
 * @param peer what is known of it
 */
record HatVariables(Admission admission, Peer peer) {
    private static final Pattern VARIABLE = Pattern.compile("\\$(\\w+)");

    /** The text with values in the place of variables, whose names count in any case. */
    @Esa({"UG802-9", "UG85-10"})
    @Assumed("that a variable is a whole word, and that an unknown one stays as it is written")
    String fillIn(String text) {
        return VARIABLE.matcher(text).replaceAll(found -> Matcher.quoteReplacement(value(found)));
    }

    /**
     * What a variable stands for: {@code $Group}, {@code $HATEntry}, {@code $Hostname}, {@code $OrgID},
     * {@code $RemoteIP}.
     */
    @Esa({"UG802-9", "T118146"})
    private String value(MatchResult variable) {
        return switch (Ascii.lowerCase(variable.group(1))) {
            case "group" -> admission.group().orElse("None");
            case "hostname" -> hostname(peer.reverseDns());
            case "orgid" ->
                peer.organization().isPresent()
                        ? Long.toString(peer.organization().getAsLong())
                        : "None";
            case "remoteip" -> peer.address().toString();
            case "hatentry" -> admission.entry().written();
            default -> variable.group();
        };
    }

    /**
     * {@code $Hostname} is a verified name, {@code None} where there is none, {@code Unknown} where the look-up failed.
     */
    @Esa({"UG802-9", "T118146"})
    @Assumed("a name that does not lead back is no name, as elsewhere; the guide does not speak of it")
    private static String hostname(ReverseDns reverseDns) {
        return switch (reverseDns) {
            case ReverseDns.Verified(var name) -> name.text();
            case ReverseDns.Mismatch(var name) -> "None";
            case ReverseDns.NoRecord() -> "None";
            case ReverseDns.TemporaryFailure(var host) -> "Unknown";
        };
    }
}
