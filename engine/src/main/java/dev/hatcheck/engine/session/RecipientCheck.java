package dev.hatcheck.engine.session;

import dev.hatcheck.engine.Verdict;
import dev.hatcheck.policies.Ascii;
import dev.hatcheck.policies.ConnectionBehavior;
import dev.hatcheck.policies.Esa;
import dev.hatcheck.policies.MailFlowPolicy;
import dev.hatcheck.policies.Recipient;
import dev.hatcheck.policies.RecipientAccessTable;
import dev.hatcheck.policies.RecipientEntry;
import dev.hatcheck.policies.Rfc;
import dev.hatcheck.policies.WrittenParameter;
import dev.hatcheck.policies.address.MailAddress;
import java.util.List;
import java.util.Optional;

/** Enforces the Recipient Access Table: the first entry that a recipient meets decides. Immutable. */
public final class RecipientCheck {
    private static final RecipientCheck NONE = new RecipientCheck(Optional.empty());

    private final Optional<List<RecipientEntry>> entries;

    private RecipientCheck(Optional<List<RecipientEntry>> entries) {
        this.entries = entries;
    }

    /** The check by a table. */
    public static RecipientCheck by(RecipientAccessTable table) {
        return new RecipientCheck(Optional.of(table.entries()));
    }

    /** The check of a listener without a table, which takes every recipient. */
    public static RecipientCheck none() {
        return NONE;
    }

    /** Whether a recipient may be named under a policy; one that no entry meets may not. */
    @Esa({"UG90-RAT", "T118249"})
    public Verdict check(MailFlowPolicy policy, MailAddress recipient) {
        if (entries.isEmpty() || policy.behavior() == ConnectionBehavior.RELAY) {
            return Verdict.OBEY;
        }
        for (RecipientEntry entry : entries.get()) {
            if (matches(entry.recipient(), recipient)) {
                return entry.accepts() ? Verdict.OBEY : Verdict.refuse(refusal(entry));
            }
        }
        return Verdict.refuse(Replies.ADDRESS_REJECTED);
    }

    private static boolean matches(Recipient criterion, MailAddress recipient) {
        String user = Ascii.lowerCase(unquoted(recipient.localPart()));
        String domain = Ascii.lowerCase(recipient.domain());
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

    private static Reply refusal(RecipientEntry entry) {
        int code =
                parameter(entry, "smtp_response_code").map(Integer::parseInt).orElse(Replies.ADDRESS_REJECTED.code());
        return parameter(entry, "smtp_response_text")
                .filter(text -> !text.isBlank())
                .map(text -> Replies.asTheTableSays(code, text))
                .orElseGet(() -> new Reply(code, Replies.ADDRESS_REJECTED.lines()));
    }

    private static Optional<String> parameter(RecipientEntry entry, String keyword) {
        return entry.parameters().stream()
                .filter(parameter -> parameter.keyword().equals(keyword))
                .map(WrittenParameter::text)
                .findFirst();
    }
}
