package dev.hatcheck.smtp.conversation;

import dev.hatcheck.engine.maillog.Mid;
import dev.hatcheck.engine.maillog.Rid;
import dev.hatcheck.policies.ListenerSettings;
import dev.hatcheck.policies.MailFlowPolicy;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A message from MAIL to the end of its data. */
final class Transaction {
    private final Mid mid;
    private final Path sender;
    private final List<String> recipients = new ArrayList<>();
    private Optional<IncomingMessage> message = Optional.empty();

    Transaction(Mid mid, Path sender) {
        this.mid = mid;
        this.sender = sender;
    }

    Mid mid() {
        return mid;
    }

    Path sender() {
        return sender;
    }

    /** The paths of the recipients that were accepted. */
    List<String> recipients() {
        return recipients;
    }

    /** Begins to receive the data. */
    void receive(MailFlowPolicy policy, ListenerSettings settings, Consumer<ByteBuffer> keep) {
        message = Optional.of(new IncomingMessage(policy, settings, keep));
    }

    /** The data, which must have begun. */
    IncomingMessage message() {
        return message.orElseThrow();
    }

    /** Adds a recipient and answers its number. */
    Rid add(String path) {
        recipients.add(path);
        return new Rid(recipients.size() - 1);
    }
}
