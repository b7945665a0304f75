package dev.hatcheck.smtp.lookup;

import dev.hatcheck.policies.Assumed;
import java.time.Duration;
import java.util.stream.IntStream;
import org.xbill.DNS.Cache;
import org.xbill.DNS.Credibility;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.SetResponse;

/**
 * Remembers what name servers answered, for as long as they say and not too long.
 *
 * <p>Strangers decide what is asked and what is answered, so there is a bound to the number of names and to the length
 * of an answer. Safe for threads.
 */
final class RecentAnswers extends Cache {
    /** How long an answer is remembered at most. */
    @Assumed("who tries out a name does not want to wait long until a change shows")
    static final Duration MAX_TTL = Duration.ofMinutes(5);

    /** How long it is remembered at most that there is no name or no record. */
    @Assumed("who adds a name does not want to wait long until it shows")
    static final Duration MAX_NEGATIVE_TTL = Duration.ofMinutes(1);

    /** How many names are remembered. */
    @Assumed("some MB at worst, if the clients see to it")
    private static final int MAX_NAMES = 10_000;

    /** How many records an answer that is remembered may have. */
    @Assumed("more than an honest host has names or addresses")
    private static final int MAX_RECORDS = 50;

    /**
     * With nothing to remember yet.
     *
     * @param negative how long it is remembered at most that there is nothing
     */
    RecentAnswers(Duration negative) {
        super(DClass.IN);
        setMaxEntries(MAX_NAMES);
        setMaxCache(seconds(MAX_TTL));
        setMaxNCache(seconds(negative));
    }

    private static int seconds(Duration time) {
        return (int) Math.min(time.toSeconds(), Integer.MAX_VALUE);
    }

    @Override
    public SetResponse addMessage(Message answer) {
        Record question = answer.getQuestion();
        return isLong(answer)
                ? lookupRecords(question.getName(), question.getType(), Credibility.NONAUTH_ANSWER)
                : super.addMessage(answer);
    }

    private static boolean isLong(Message answer) {
        return IntStream.of(Section.ANSWER, Section.AUTHORITY, Section.ADDITIONAL)
                        .map(section -> answer.getSection(section).size())
                        .sum()
                > MAX_RECORDS;
    }
}
