package dev.hatcheck.engine.maillog;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Programs of others that read mail logs, and what each of them looks for.
 *
 * <p>The patterns were written anew from what is known of each; whole lines are given to them, with time and level.
 */
enum LogConsumer {
    /** Elastic's ingest pipeline for the Secure Email Gateway. */
    ELASTIC(
            new Claim("connection", "New SMTP ICID", "New SMTP ICID (\\d+) interface Management \\(([^)]+)\\).*"),
            new Claim("subject", "MID \\d+ Subject ", "MID (\\d+) Subject \"(.*)\""),
            new Claim("message-id", "MID \\d+ Message-ID ", "MID (\\d+) Message-ID '(.*)'"),
            new Claim("delivery", "New SMTP DCID", "New SMTP DCID (\\d+) interface (\\S+) address (\\S+)$"),
            new Claim("done", "Message done", "Message done DCID (\\d+) MID (\\d+) to RID \\[(.*?)] \\[(.*)]")),

    /** Splunk's add-on for the appliance, and what descends from it. */
    SPLUNK(
            new Claim(
                    "connection",
                    "New SMTP ICID",
                    "ICID (\\d+) interface[^(]+\\(([^)]+)\\) address (\\S+) reverse dns host (\\S+) verified (\\w+)"),
            new Claim(
                    "verdict",
                    "ICID \\d+ \\w+ SG ",
                    "ICID\\s+(\\d+)\\s+(ACCEPT|REJECT|RELAY|TCPREFUSE)\\s+SG\\s+(\\w+)\\s+match\\s+(.*\\S)\\s+SBRS\\s+(.*)"),
            new Claim("country", "SBRS .* country ", "SBRS [-.\\w]* country (.+)"),
            new Claim("tls", "[DI]CID \\d+ TLS success", "[DI]CID (\\d+) TLS (success) protocol (\\S+) cipher (\\S+)"),
            new Claim(
                    "delivery",
                    "New SMTP DCID",
                    "New SMTP DCID (\\d+) interface ([.:\\w]+) address ([.:\\w]+) port (\\d+)")),

    /** Splunk's receiver of syslog, which asks no more than whether a line is of a mail log. */
    SYSLOG_RECEIVER(new Claim("line", "Info: (?!Begin|Version|Time|CASE cache|ISQ)", "(?:MID|ICID|DCID) (\\d+)")),

    /** Rules for Logstash that join messages to connections. */
    CORRELATOR(
            new Claim("start", "Start MID", "Info: Start MID (\\d+) ICID (\\d+)$"),
            new Claim("subject", "MID \\d+ Subject ", "MID (\\d+) Subject " + Quotes.EITHER + "$"),
            new Claim("message-id", "MID \\d+ Message-ID ", "MID (\\d+) Message-ID " + Quotes.EITHER + "$")),

    /** A script of an administrator. */
    SCRIPT(
            new Claim("verdict", " SG .* SBRS ", "(\\w+) SG (\\w+).*SBRS (None|-?[.\\d]+)(?: country )?(.*)"),
            new Claim("subject", "MID \\d+ Subject ", "MID (\\d+) Subject '(.*)'"),
            new Claim("sender", "ICID \\d+ From: ", "MID (\\d+) ICID (\\d+) From: <(\\S+)>")),

    /** IronPort's own analyser, written before there were countries. */
    SPAMTOWHO(
            new Claim("head", " Version: ", "Info: Version: (.+) SN: (\\S+)$"),
            new Claim(
                    "verdict",
                    "ICID \\d+ \\w+ SG .*SBRS ",
                    "ICID (\\d+) (\\w{1,40}) SG (\\S{1,40}) (?:match (.{1,100}?))?\\s*SBRS (.{3,18})$"));

    /** A quoted string of either kind, as Logstash has it. */
    private static final class Quotes {
        static final String EITHER = "(\"(?:\\\\.|[^\\\\\"])*\"|'(?:\\\\.|[^\\\\'])*')";
    }

    private final List<Claim> claims;

    LogConsumer(Claim... claims) {
        this.claims = List.of(claims);
    }

    /**
     * A kind of line that it takes apart.
     *
     * @param what the kind
     * @param own finds the lines that are of this kind
     * @param fields finds their parts
     */
    record Claim(String what, Pattern own, Pattern fields) {
        Claim(String what, String own, String fields) {
            this(what, Pattern.compile(own), Pattern.compile(fields));
        }

        boolean isOn(String line) {
            return own.matcher(line).find();
        }

        boolean holds(String line) {
            return fields.matcher(line).find();
        }
    }

    List<Claim> claims() {
        return claims;
    }

    Claim claim(String what) {
        return claims.stream()
                .filter(claim -> claim.what().equals(what))
                .findFirst()
                .orElseThrow();
    }
}
