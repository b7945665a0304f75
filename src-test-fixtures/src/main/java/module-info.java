/** The other side of the wire: clients, certificates, clocks and whole worlds to test a listener against. */
@SuppressWarnings("requires-automatic") // commons-net is a module by its manifest only
module dev.hatcheck.fixtures {
    requires transitive dev.hatcheck.smtp;
    requires apache.mime4j.core;
    requires org.apache.commons.net;
    requires org.dnsjava;
    requires static transitive org.junit.jupiter.api;
    requires static org.bouncycastle.pkix; // for the TLS laboratory, if it is used
    requires static org.bouncycastle.provider;

    exports dev.hatcheck.fixtures;
    exports dev.hatcheck.fixtures.tls;
    exports dev.hatcheck.fixtures.transcript;
}
