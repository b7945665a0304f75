package com.example.notices;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.Properties;

/** Sends notices to customers. */
public final class Notices {
    private final Session session;

    /** Sends by the server, and in the manner, of these properties of Jakarta Mail. */
    public Notices(Properties properties) {
        this.session = Session.getInstance(properties);
    }

    /** Sends one; the server has taken it when this returns. */
    public void send(String customer, String subject, String text) throws MessagingException {
        var message = new MimeMessage(session);
        message.setFrom("notices@partner.example");
        message.setRecipient(RecipientType.TO, new InternetAddress(customer));
        message.setSubject(subject);
        message.setText(text);
        Transport.send(message);
    }
}
