/** The other side of the wire: clients, certificates, clocks and whole worlds to test a listener against. */
@SuppressWarnings("requires-automatic") // commons-net is a module by its manifest only
module dev.hatcheck.fixtures {
    requires transitive dev.hatcheck.smtp;
    requires apache.mime4j.core;
    requires org.apache.commons.net;
    requires org.bouncycastle.pkix;
    requires org.bouncycastle.provider;
    requires org.dnsjava;
    requires static transitive org.junit.jupiter.api;

    exports dev.hatcheck.fixtures;
    exports dev.hatcheck.fixtures.transcript;
}
