package dev.hatcheck.engine.connect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hatcheck.engine.Peers;
import dev.hatcheck.engine.Tables;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sender group that lets mail of the registered envelope service in over TLS only, and who gets into it. */
class CresTest {
    private static final Admissions TABLE = Tables.admissions("""
            $OVER_TLS
                ACCEPT {
                    tls = "required"
                }
            $ACCEPTED
                ACCEPT
            CRES:
                .res.cisco.com
                .cres.iphmx.com
                208.90.57.0/26
                204.15.81.0/26
                $OVER_TLS
            UNKNOWNLIST:
                sbrs[-1.0:10.0]
                sbrs[none]
                $ACCEPTED
            ALL
                $ACCEPTED
            """);

    @ParameterizedTest(name = "{0}: {1}, {2}, because {3}")
    @CsvSource(delimiter = '|', textBlock = """
            208.90.57.32 verified mxnat1.res.cisco.com | CRES | .res.cisco.com | the name comes first in the group
            208.90.57.32                               | CRES | 208.90.57.0/26 | without a name the range still holds it
            208.90.57.63                               | CRES | 208.90.57.0/26 | the last address of the range
            208.90.57.64                               | UNKNOWNLIST | sbrs[none] | the next one is outside
            204.15.81.0                                | CRES | 204.15.81.0/26 | the first address of the other range
            204.15.80.255                              | UNKNOWNLIST | sbrs[none] | the one before is outside
            ::ffff:208.90.57.32                        | CRES | 208.90.57.0/26 | IPv4 in IPv6 is IPv4
            184.94.241.96 verified mxnat3.res.cisco.com | CRES | .res.cisco.com | outside the ranges only the name counts
            184.94.241.96 verified MXNAT3.Res.Cisco.COM. | CRES | .res.cisco.com | neither case nor a trailing dot matter
            184.94.241.96 verified a.b.res.cisco.com   | CRES | .res.cisco.com | at any depth
            184.94.241.96                              | UNKNOWNLIST | sbrs[none] | no name, no match
            184.94.241.96 lies mxnat3.res.cisco.com    | UNKNOWNLIST | sbrs[none] | a PTR that lies is worth nothing
            184.94.241.96 fails-at mxnat3.res.cisco.com | UNKNOWNLIST | sbrs[none] | a look-up that fails is worth nothing
            184.94.241.96 fails                        | UNKNOWNLIST | sbrs[none] | and so is one that never answered
            184.94.241.74 verified res.cisco.com       | UNKNOWNLIST | sbrs[none] | the domain itself is not below itself
            192.0.2.66 verified evilres.cisco.com      | UNKNOWNLIST | sbrs[none] | a name ends at a dot
            192.0.2.66 verified res.cisco.com.example.org | UNKNOWNLIST | sbrs[none] | a name is read from its end
            192.0.2.66 verified x-res.cisco.com        | UNKNOWNLIST | sbrs[none] | a hyphen is no dot
            68.232.140.79 verified esa1.cres.iphmx.com | CRES | .cres.iphmx.com | the other domain
            10.0.0.1 verified mx.res.cisco.com         | CRES | .res.cisco.com | a private address may have a name
            10.0.0.1                                   | | ALL | a private client has no score, and none is not its lack
            192.0.2.7 sbrs 3.4                         | UNKNOWNLIST | sbrs[-1.0:10.0] | everybody else by score
            192.0.2.7 sbrs -1.1                        | | ALL | everybody at last
            """)
    void clientsAreAdmittedByTheFirstEntryTheyMeet(String client, String group, String entry, String why) {
        Admission admission = TABLE.admit(Peers.peer(client));
        assertThat(admission.group().orElse(null)).as(why).isEqualTo(group);
        assertThat(admission.entry().written()).as(why).isEqualTo(entry);
        assertThat(admission.policy().name()).contains("CRES".equals(group) ? "OVER_TLS" : "ACCEPTED");
    }
}
