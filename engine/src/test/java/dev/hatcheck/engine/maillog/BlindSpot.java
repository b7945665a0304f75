package dev.hatcheck.engine.maillog;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a program that reads mail logs does not understand of what the appliance writes. */
enum BlindSpot {
    ELASTIC_KNOWS_ONE_INTERFACE(LogConsumer.ELASTIC, "connection", "interface (?!Management \\()"),
    ELASTIC_KNOWS_SUBJECTS_IN_DOUBLE_QUOTES(LogConsumer.ELASTIC, "subject", "Subject '"),
    ELASTIC_KNOWS_MESSAGE_IDS_IN_SINGLE_QUOTES(LogConsumer.ELASTIC, "message-id", "Message-ID \""),
    ELASTIC_KNOWS_DELIVERIES_WITHOUT_A_PORT(LogConsumer.ELASTIC, "delivery", " port \\d+$"),
    ELASTIC_KNOWS_MESSAGES_DONE_WITH_THEIR_HEADERS(LogConsumer.ELASTIC, "done", "to RID \\[[^]]*] (?!\\[)"),
    SPLUNK_KNOWS_GROUPS_OF_LETTERS_AND_DIGITS(LogConsumer.SPLUNK, "verdict", "SG [^ ]*[^ \\w]"),
    SPLUNK_KNOWS_SCORES_OF_ONE_WORD(LogConsumer.SPLUNK, "country", "SBRS (not enabled|unable to retrieve) country "),
    SCRIPT_KNOWS_SCORES_THAT_ARE_NUMBERS(LogConsumer.SCRIPT, "verdict", "SBRS (rfc1918|not enabled|unable)"),
    SCRIPT_KNOWS_SUBJECTS_IN_SINGLE_QUOTES(LogConsumer.SCRIPT, "subject", "Subject \""),
    SCRIPT_KNOWS_SENDERS_WITHOUT_BLANKS(LogConsumer.SCRIPT, "sender", "From: <.* .*>"),
    SCRIPT_KNOWS_NO_BOUNCES(LogConsumer.SCRIPT, "sender", "From: <>"),
    SPAMTOWHO_KNOWS_NO_COUNTRIES(LogConsumer.SPAMTOWHO, "verdict", " country ");

    private final LogConsumer consumer;
    private final String what;
    private final Pattern lines;

    BlindSpot(LogConsumer consumer, String what, String lines) {
        this.consumer = consumer;
        this.what = what;
        this.lines = Pattern.compile(lines);
    }

    /** Why a consumer does not understand a line that it should. */
    static Optional<BlindSpot> of(LogConsumer consumer, LogConsumer.Claim claim, String line) {
        return Arrays.stream(values())
                .filter(spot -> spot.consumer == consumer && spot.what.equals(claim.what()))
                .filter(spot -> spot.lines.matcher(line).find())
                .findFirst();
    }
}
