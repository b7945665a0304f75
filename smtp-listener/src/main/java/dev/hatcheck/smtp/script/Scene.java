package dev.hatcheck.smtp.script;

import dev.hatcheck.policies.address.IpAddress;
import dev.hatcheck.policies.address.MailAddress;
import java.util.List;
import java.util.Optional;

/**
 * How a session stands, for scripts to be found for it.
 *
 * @param moment how far it has come
 * @param client who the client is
 * @param group its sender group, if it has one
 * @param recipients the recipient that is being named, else those of the message that were accepted
 */
public record Scene(Moment moment, IpAddress client, Optional<String> group, List<MailAddress> recipients) {
    Scene at(Moment other) {
        return new Scene(other, client, group, recipients);
    }
}
