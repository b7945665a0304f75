package dev.hatcheck.bench.client;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;

/** Many clients that have said EHLO and say nothing more, each thousand from an address of its own. */
public final class IdleCrowd implements AutoCloseable {
    private static final int OF_AN_ADDRESS = 1_000;

    private final List<Dialogue> dialogues = new ArrayList<>();

    private IdleCrowd() {}

    /** Connects them one after the other. */
    public static IdleCrowd open(InetSocketAddress server, int size) throws IOException {
        var crowd = new IdleCrowd();
        try {
            for (int client = 0; client < size; client++) {
                var dialogue = Dialogue.connectFrom(address(client / OF_AN_ADDRESS), server);
                crowd.dialogues.add(dialogue);
                dialogue.greet();
            }
            return crowd;
        } catch (IOException e) {
            crowd.close();
            throw e;
        }
    }

    /** An address of this machine that is not the good client's. */
    static InetAddress address(int number) throws IOException {
        return InetAddress.getByAddress(new byte[] {127, 0, 1, (byte) (1 + number)});
    }

    /** How many there are. */
    public int size() {
        return dialogues.size();
    }

    @Override
    public void close() throws IOException {
        for (Dialogue dialogue : dialogues) {
            dialogue.close();
        }
    }
}
