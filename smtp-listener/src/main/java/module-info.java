/** How the listener speaks SMTP: the conversation, and the wire beneath it. */
@SuppressWarnings("requires-automatic") // tls-channel and mime4j are modules by their file names only
module dev.hatcheck.smtp {
    requires transitive dev.hatcheck.engine;
    requires apache.mime4j.core;
    requires org.dnsjava;
    requires tls.channel;

    exports dev.hatcheck.smtp;
    exports dev.hatcheck.smtp.conversation;
    exports dev.hatcheck.smtp.lookup;
    exports dev.hatcheck.smtp.script;
}
