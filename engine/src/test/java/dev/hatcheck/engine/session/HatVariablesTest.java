package dev.hatcheck.engine.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hatcheck.engine.Peer;
import dev.hatcheck.engine.Peers;
import dev.hatcheck.engine.Tables;
import dev.hatcheck.engine.connect.Admission;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HatVariablesTest {
    @ParameterizedTest(name = "{0}: {1} is {2}")
    @CsvSource(delimiter = ';', textBlock = """
            192.0.2.7;                              $Group;         None
            192.0.2.7;                              $HATEntry;      ALL
            192.0.2.9 verified mx.partner.example;  $Group;         PARTNERS
            192.0.2.9 verified mx.partner.example;  $HATEntry;      .partner.example
            192.0.2.9 verified mx.partner.example;  $Hostname;      mx.partner.example
            192.0.2.7;                              $Hostname;      None
            192.0.2.7 lies mx.partner.example;      $Hostname;      None
            192.0.2.7 fails;                        $Hostname;      Unknown
            192.0.2.7 fails-at mx.partner.example;  $Hostname;      Unknown
            192.0.2.7;                              $OrgID;         None
            192.0.2.7 org 1234;                     $OrgID;         1234
            192.0.2.7;                              $RemoteIP;      192.0.2.7
            2001:db8::7;                            $RemoteIP;      2001:db8::7
            192.0.2.7;                              $remoteip;      192.0.2.7
            192.0.2.7;                              $HATENTRY;      ALL
            192.0.2.7;                              $Policy;        $Policy
            192.0.2.7;                              $Groups;        $Groups
            192.0.2.7;                              '$ and $$Group';  '$ and $None'
            192.0.2.7;                              '$5, $RemoteIP.'; '$5, 192.0.2.7.'
            """)
    void aVariableIs(String client, String text, String filledIn) {
        assertThat(variables(client).fillIn(text)).isEqualTo(filledIn);
    }

    @Test
    void whatAVariableStandsForIsNotFilledInAgain() {
        Peer peer = Peers.peer("192.0.2.7");
        Admission all = Tables.admissions("ALL\n    ACCEPT\n").admit(peer);
        var named = new Admission(Optional.of("$RemoteIP"), all.entry(), all.policy());
        assertThat(new HatVariables(named, peer).fillIn("$Group")).isEqualTo("$RemoteIP");
    }

    private static HatVariables variables(String client) {
        Peer peer = Peers.peer(client);
        var admissions = Tables.admissions("PARTNERS:\n    .partner.example\n    ACCEPT\nALL\n    ACCEPT\n");
        return new HatVariables(admissions.admit(peer), peer);
    }
}
