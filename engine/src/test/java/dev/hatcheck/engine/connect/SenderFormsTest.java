package dev.hatcheck.engine.connect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hatcheck.engine.Peers;
import dev.hatcheck.engine.Tables;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every way to write a sender, and whom it means. */
class SenderFormsTest {
    @ParameterizedTest(name = "{0} means {1}")
    @CsvSource(delimiter = '|', textBlock = """
            192.0.2.7           | 192.0.2.7
            192.0.2.7           | ::ffff:192.0.2.7
            192.0.2.            | 192.0.2.255
            192.0.2             | 192.0.2.0
            10.1                | 10.1.255.255
            10.1.               | 10.1.0.0
            10                  | 10.255.0.1
            192.0.2.4-6         | 192.0.2.4
            192.0.2.4-6         | 192.0.2.6
            192.0.2-4           | 192.0.4.255
            10.1-3.             | 10.2.77.1
            10-12               | 12.255.255.255
            192.0.2.0/30        | 192.0.2.3
            192.0.2/24          | 192.0.2.9
            10/8                | 10.200.0.1
            2001:db8:0:0:0:0:0:7 | 2001:db8::7
            2001:DB8::7         | 2001:db8::7
            2001:db8::2-2001:db8::10 | 2001:db8::f
            2001:db8::/32       | 2001:db8:ffff::1
            mx.example.org      | 192.0.2.7 verified mx.example.org
            MX.Example.org      | 192.0.2.7 verified mx.EXAMPLE.org.
            .example.org        | 192.0.2.7 verified a.b.example.org
            sbrs[-3.0:-1.0]     | 192.0.2.7 sbrs -3.0
            SBRS[-3:-1]         | 192.0.2.7 sbrs -1.0
            sbrs[none]          | 192.0.2.7
            sbrs[none]          | 192.0.2.7 sbrs unavailable
            SBO:17              | 192.0.2.7 org 17
            geo[us]             | 192.0.2.7 country US
            dnslist[bl.example] | 192.0.2.7 listed bl.example
            nx.domain           | 192.0.2.7
            serv.fail           | 192.0.2.7 fails
            serv.fail           | 192.0.2.7 fails-at mx.example.org
            not.double.verified | 192.0.2.7 lies mx.example.org
            """)
    void anEntryMeansTheseClients(String entry, String client) {
        assertThat(firstOf(entry, client)).isEqualTo(entry);
    }

    @ParameterizedTest(name = "{0} does not mean {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            192.0.2.7           | 192.0.2.8 | the address is outside
            10.1                | 10.10.0.1 | the address is outside
            10.1                | 10.100.0.1 | the address is outside
            10.1                | 10.0.0.1 | the address is outside
            10.1.               | 110.1.0.1 | the address is outside
            192.0.2.4-6         | 192.0.2.7 | the address is outside
            192.0.2.0/30        | 192.0.2.4 | the address is outside
            10/8                | 2001:db8::10 | the address is outside
            2001:db8::/32       | 2001:db9:: | the address is outside
            ::/1                | 192.0.2.7 | the address is outside
            mx.example.org      | 192.0.2.7 verified a.mx.example.org | the verified name is another
            mx.example.org      | 192.0.2.7 | there is no name to match
            .example.org        | 192.0.2.7 verified example.org | the verified name is not below it
            .example.org        | 192.0.2.7 verified badexample.org | the verified name is not below it
            .example.org        | 192.0.2.7 lies mx.example.org | the name is not verified
            .example.org        | 192.0.2.7 fails-at mx.example.org | the look-up of the name failed
            sbrs[-3.0:-1.0]     | 192.0.2.7 sbrs -3.1 | score is outside
            sbrs[-3.0:-1.0]     | 192.0.2.7 sbrs -0.9 | score is outside
            sbrs[-10.0:10.0]    | 192.0.2.7 | there is no reputation score
            sbrs[-10.0:10.0]    | 10.0.0.1 | nobody asks for the score of this client
            sbrs[none]          | 192.0.2.7 sbrs 0.0 | there is a reputation score
            sbrs[none]          | 10.0.0.1 | the address is private
            sbrs[none]          | 172.31.0.1 | the address is private
            sbrs[none]          | 192.168.0.1 | the address is private
            sbrs[none]          | 192.0.2.7 sbrs off | nobody asks for the score of this client
            SBO:17              | 192.0.2.7 org 18 | the organisation is another
            SBO:17              | 192.0.2.7 | the organisation is not known
            geo[us]             | 192.0.2.7 country DE | the country is another
            geo[us]             | 192.0.2.7 | the country is not known
            dnslist[bl.example] | 192.0.2.7 | nobody asked this DNS list
            dnslist[bl.example] | 192.0.2.7 listed other.example | nobody asked this DNS list
            dnslist[bl.example] | 192.0.2.7 unlisted bl.example | not on this DNS list
            dnslist[bl.example] | 192.0.2.7 unanswered bl.example | did not answer
            nx.domain           | 192.0.2.7 verified mx.example.org | there is no PTR record, and that is not so
            nx.domain           | 192.0.2.7 fails | there is no PTR record, and that is not so
            serv.fail           | 192.0.2.7 | the look-up fails, and that is not so
            not.double.verified | 192.0.2.7 verified mx.example.org | does not lead back, and that is not so
            not.double.verified | 192.0.2.7 fails-at mx.example.org | does not lead back, and that is not so
            """)
    void anEntryDoesNotMeanTheseAndSaysWhy(String entry, String client, String why) {
        assertThat(firstOf(entry, client)).isEqualTo("ALL");
        Explanation explanation = table(entry).explain(Peers.peer(client));
        assertThat(explanation.whyNot())
                .singleElement()
                .satisfies(passed -> assertThat(passed.reason().words()).contains(why));
    }

    @ParameterizedTest(name = "127.0.0.1 and its like have {0}")
    @CsvSource({"127.0.0.1", "169.254.1.1", "172.32.0.1", "192.169.0.1", "fe80::1", "11.0.0.1"})
    void onlyTheThreePrivateNetworksAreNotAskedFor(String client) {
        assertThat(firstOf("sbrs[none]", client)).isEqualTo("sbrs[none]");
    }

    private static String firstOf(String entry, String client) {
        return table(entry).admit(Peers.peer(client)).entry().written();
    }

    private static Admissions table(String entry) {
        return Tables.admissions("""
                LISTED:
                    %s
                    REJECT
                ALL
                    ACCEPT
                """.formatted(entry));
    }
}
