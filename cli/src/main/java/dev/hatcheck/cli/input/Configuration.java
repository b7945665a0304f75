package dev.hatcheck.cli.input;

import dev.hatcheck.engine.Engine;
import dev.hatcheck.engine.Peer;
import dev.hatcheck.policies.HostAccessTable;
import dev.hatcheck.policies.RecipientAccessTable;
import dev.hatcheck.policies.address.HostName;
import dev.hatcheck.smtp.lookup.Facts;
import java.util.List;

/**
 * What the files of a command say.
 *
 * @param hat the table
 * @param rat the table of recipients
 * @param engine what decides by it
 * @param facts what is declared about clients
 */
public record Configuration(HostAccessTable hat, RecipientAccessTable rat, Engine engine, Facts facts) {
    /** A client as the listener sees it, with what the other DNS lists say of it that could decide about it. */
    public Peer asked(Peer client) {
        Peer seen = engine.asSeen(client);
        List<HostName> lists = engine.openQuestions(client);
        return lists.isEmpty() ? seen : seen.with(client.lists().and(facts.declaredLists(client.address(), lists)));
    }
}
