/** What is decided about a connection and a message, from facts that the caller gathered. */
module dev.hatcheck.engine {
    requires transitive dev.hatcheck.policies;

    exports dev.hatcheck.engine;
    exports dev.hatcheck.engine.connect;
    exports dev.hatcheck.engine.insight;
    exports dev.hatcheck.engine.limits;
    exports dev.hatcheck.engine.maillog;
    exports dev.hatcheck.engine.session;
}
