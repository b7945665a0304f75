package dev.hatcheck.policies;

import static dev.hatcheck.policies.Parameter.enforced;
import static dev.hatcheck.policies.Parameter.kept;

import java.util.List;
import java.util.Optional;

/** The parameters of an entry of the Recipient Access Table. */
public final class RecipientParameters {
    /** The code of the reply to the recipient. */
    @Esa("CONFLOOK")
    public static final Parameter<String> SMTP_RESPONSE_CODE =
            enforced("smtp_response_code", ValueForm.REPLY_CODE, "550", "550");

    /** The text of the reply to the recipient; empty stands for the listener's own. */
    @Esa("CONFLOOK")
    public static final Parameter<String> SMTP_RESPONSE_TEXT = enforced("smtp_response_text", ValueForm.TEXT, "", "");

    /** Skips the question whether the directory knows the recipient; stands alone. */
    @Esa("CONFLOOK")
    public static final Parameter<String> BYPASS_LDAP_ACCEPT = kept("bypass_ldap_accept", ValueForm.TEXT, "", "");

    /** Does not count the recipient against the limits of the policy; stands alone. */
    @Esa({"CONFLOOK", "UG90-RAT"})
    public static final Parameter<String> BYPASS_RECEIVING_CONTROL =
            enforced("bypass_receiving_control", ValueForm.TEXT, "", "");

    /** Skips the question to the next host whether it takes the recipient; stands alone. */
    @Assumed("the setting is documented, its spelling in the text is modelled on its neighbours")
    public static final Parameter<String> BYPASS_SMTP_CALL_AHEAD =
            kept("bypass_smtp_call_ahead", ValueForm.TEXT, "", "");

    private static final List<Parameter<?>> ALL = List.of(
            SMTP_RESPONSE_CODE,
            SMTP_RESPONSE_TEXT,
            BYPASS_RECEIVING_CONTROL,
            BYPASS_LDAP_ACCEPT,
            BYPASS_SMTP_CALL_AHEAD);

    private RecipientParameters() {}

    /** All of them, those that act first. */
    public static List<Parameter<?>> all() {
        return ALL;
    }

    /** The parameter of a keyword in lower case. */
    public static Optional<Parameter<?>> of(String keyword) {
        return Parameter.named(keyword, ALL);
    }

    /** Whether a parameter says what to reply. */
    public static boolean isResponse(WrittenParameter parameter) {
        return isResponse(parameter.keyword());
    }

    private static boolean isResponse(String keyword) {
        return keyword.equals(SMTP_RESPONSE_CODE.keyword()) || keyword.equals(SMTP_RESPONSE_TEXT.keyword());
    }

    /** Whether a parameter says something without a value, or may, as far as is known. */
    public static boolean mayStandAlone(String keyword) {
        return !isResponse(keyword);
    }
}
