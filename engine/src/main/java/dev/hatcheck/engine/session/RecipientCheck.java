package dev.hatcheck.engine.session;

import dev.hatcheck.engine.Verdict;
import dev.hatcheck.policies.Ascii;
import dev.hatcheck.policies.ConnectionBehavior;
import dev.hatcheck.policies.Esa;
import dev.hatcheck.policies.MailFlowPolicy;
import dev.hatcheck.policies.Parameter;
import dev.hatcheck.policies.Recipient;
import dev.hatcheck.policies.RecipientAccessTable;
import dev.hatcheck.policies.RecipientEntry;
import dev.hatcheck.policies.RecipientParameters;
import dev.hatcheck.policies.Rfc;
import dev.hatcheck.policies.WrittenParameter;
import dev.hatcheck.policies.address.MailAddress;
import dev.hatcheck.policies.address.MailDomain;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Enforces the Recipient Access Table: the first entry that a recipient meets decides. Immutable. */
public final class RecipientCheck {
    private static final RecipientCheck NONE = new RecipientCheck(Optional.empty(), true);

    private final Optional<List<Rule>> rules;
    private final boolean areAllCounted;

    private RecipientCheck(Optional<List<Rule>> rules, boolean areAllCounted) {
        this.rules = rules;
        this.areAllCounted = areAllCounted;
    }

    /** An entry, and what is said of the recipients that meet it. */
    private record Rule(Recipient criterion, Verdict verdict, boolean isCounted) {}

    /** The check by a table. */
    public static RecipientCheck by(RecipientAccessTable table) {
        var rules = new ArrayList<Rule>();
        boolean areAllCounted = true;
        for (RecipientEntry entry : table.entries()) {
            rules.add(new Rule(entry.recipient(), verdict(entry), isCounted(entry)));
            areAllCounted &= isCounted(entry);
        }
        return new RecipientCheck(Optional.of(List.copyOf(rules)), areAllCounted);
    }

    /** The check of a listener without a table, which takes every recipient. */
    public static RecipientCheck none() {
        return NONE;
    }

    /**
     * Whether a recipient may be named: the first entry that it meets decides, one that meets none may not, and who may
     * relay is not asked.
     */
    @Esa({"UG90-RAT", "T118249"})
    public Verdict check(MailFlowPolicy policy, MailAddress recipient) {
        if (rules.isEmpty() || policy.behavior() == ConnectionBehavior.RELAY) {
            return Verdict.OBEY;
        }
        String user = user(recipient);
        String domain = domain(recipient);
        for (Rule rule : rules.get()) {
            if (matches(rule.criterion(), user, domain)) {
                return rule.verdict();
            }
        }
        return Verdict.refuse(Replies.ADDRESS_REJECTED);
    }

    /** Whether a recipient that may be named counts against what its sender may name in an hour. */
    @Esa("UG90-RAT")
    public boolean isCounted(MailFlowPolicy policy, MailAddress recipient) {
        if (areAllCounted || policy.behavior() == ConnectionBehavior.RELAY) {
            return true;
        }
        return rules.orElseThrow().stream()
                .filter(rule -> meets(rule.criterion(), recipient))
                .findFirst()
                .map(Rule::isCounted)
                .orElse(true);
    }

    private static boolean isCounted(RecipientEntry entry) {
        return RecipientParameters.BYPASS_RECEIVING_CONTROL
                .in(entry.parameters())
                .isEmpty();
    }

    /** Whether a recipient meets a criterion. */
    public static boolean meets(Recipient criterion, MailAddress recipient) {
        return matches(criterion, user(recipient), domain(recipient));
    }

    private static String user(MailAddress recipient) {
        return Ascii.lowerCase(unquoted(recipient.localPart()));
    }

    private static String domain(MailAddress recipient) {
        return MailDomain.canonical(recipient.domain());
    }

    private static boolean matches(Recipient criterion, String user, String domain) {
        return switch (criterion) {
            case Recipient.Mailbox(var itsUser, var itsDomain) -> user.equals(itsUser) && domain.equals(itsDomain);
            case Recipient.Domain(var itsDomain) -> domain.equals(itsDomain);
            case Recipient.PartialDomain(var suffix) ->
                domain.length() > suffix.length() + 1 && domain.endsWith("." + suffix);
            case Recipient.User(var itsUser) -> user.equals(itsUser);
            case Recipient.Everyone() -> true;
        };
    }

    /** The user without quotes and the backslashes in them: {@code "us\er"} is nobody else than {@code user}. */
    @Rfc("5321 section 4.1.2")
    private static String unquoted(String localPart) {
        return localPart.length() > 1 && localPart.startsWith("\"") && localPart.endsWith("\"")
                ? localPart.substring(1, localPart.length() - 1).replaceAll("\\\\(.)", "$1")
                : localPart;
    }

    private static Verdict verdict(RecipientEntry entry) {
        if (entry.accepts()) {
            return Verdict.OBEY;
        }
        return Verdict.refuse(Replies.addressRejected(
                response(entry, RecipientParameters.SMTP_RESPONSE_CODE),
                response(entry, RecipientParameters.SMTP_RESPONSE_TEXT)));
    }

    /** What an entry says of its own; empty if that is nothing. */
    private static String response(RecipientEntry entry, Parameter<String> parameter) {
        Optional<WrittenParameter> written = parameter.in(entry.parameters());
        return written.isPresent() ? written.get().text() : "";
    }
}
