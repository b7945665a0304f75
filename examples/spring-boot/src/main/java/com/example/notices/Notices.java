package com.example.notices;

import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Service;

/** Sends notices to customers. */
@Service
public class Notices {
    private final JavaMailSender sender;

    Notices(JavaMailSender sender) {
        this.sender = sender;
    }

    /** Sends one; the server has taken it when this returns. */
    public void send(String customer, String subject, String text) {
        var message = new SimpleMailMessage();
        message.setFrom("notices@partner.example");
        message.setTo(customer);
        message.setSubject(subject);
        message.setText(text);
        sender.send(message);
    }
}
