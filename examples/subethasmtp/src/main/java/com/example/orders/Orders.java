package com.example.orders;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.subethamail.smtp.helper.SimpleMessageListener;

/** Takes each mail to the order desk as an order. */
public final class Orders implements SimpleMessageListener {
    private final List<String> received = new CopyOnWriteArrayList<>();

    /** The orders so far. */
    public List<String> received() {
        return List.copyOf(received);
    }

    @Override
    public boolean accept(String from, String recipient) {
        return recipient.startsWith("orders@");
    }

    @Override
    public void deliver(String from, String recipient, InputStream message) throws IOException {
        received.add(new String(message.readAllBytes(), StandardCharsets.UTF_8));
    }
}
