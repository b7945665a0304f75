package com.example.notices;

import org.simplejavamail.api.mailer.Mailer;
import org.simplejavamail.email.EmailBuilder;

/** Sends notices to customers. */
public final class Notices {
    private final Mailer mailer;

    /** Sends by this mailer. */
    public Notices(Mailer mailer) {
        this.mailer = mailer;
    }

    /** Sends one; the server has taken it when this returns. */
    public void send(String customer, String subject, String text) {
        mailer.sendMail(EmailBuilder.startingBlank()
                .from("notices@partner.example")
                .to(customer)
                .withSubject(subject)
                .withPlainText(text)
                .buildEmail());
    }
}
