package dev.hatcheck.engine.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hatcheck.engine.Peers;
import dev.hatcheck.engine.Tables;
import dev.hatcheck.policies.ConnectionBehavior;
import dev.hatcheck.policies.ListenerSettings;
import dev.hatcheck.policies.ListenerType;
import dev.hatcheck.policies.PolicyParameters;
import dev.hatcheck.policies.Setting;
import dev.hatcheck.policies.TlsUse;
import org.junit.jupiter.api.Test;

/** The order in which a table is asked. */
class AdmissionsTest {
    @Test
    void theFirstMatchDecidesAndNotTheLongest() {
        assertThat(decide("""
                WIDE:
                    10.0.0.0/8
                    REJECT
                NARROW:
                    10.0.0.1
                    ACCEPT
                ALL
                    ACCEPT
                """, "10.0.0.1")).isEqualTo("REJECT WIDE 10.0.0.0/8");
    }

    @Test
    void anAddressIsNoStrongerThanAScoreAboveIt() {
        assertThat(decide("""
                BLACKLIST:
                    sbrs[-10.0:-3.0]
                    REJECT
                WHITELIST:
                    192.0.2.7
                    ACCEPT
                ALL
                    ACCEPT
                """, "192.0.2.7 sbrs -9.0")).isEqualTo("REJECT BLACKLIST sbrs[-10.0:-3.0]");
    }

    @Test
    void insideAGroupMembersComeBeforeConditions() {
        String hat = """
                MIXED:
                    sbrs[-10.0:10.0]
                    nx.domain
                    .example.org
                    192.0.2.7
                    ACCEPT
                ALL
                    REJECT
                """;
        assertThat(decide(hat, "192.0.2.7 sbrs 1.0")).isEqualTo("ACCEPT MIXED 192.0.2.7");
        assertThat(decide(hat, "192.0.2.7 verified mx.example.org sbrs 1.0")).isEqualTo("ACCEPT MIXED .example.org");
        assertThat(decide(hat, "192.0.2.8 sbrs 1.0")).isEqualTo("ACCEPT MIXED sbrs[-10.0:10.0]");
        assertThat(decide(hat, "192.0.2.8")).isEqualTo("ACCEPT MIXED nx.domain");
    }

    @Test
    void standaloneEntriesTakePartInTheOneOrder() {
        String hat = """
                192.0.2.7
                    REJECT
                FRIENDS:
                    192.0.2.
                    RELAY
                .example.org
                    TCPREFUSE
                ALL
                    ACCEPT
                """;
        assertThat(decide(hat, "192.0.2.7")).isEqualTo("REJECT - 192.0.2.7");
        assertThat(decide(hat, "192.0.2.8 verified mx.example.org")).isEqualTo("RELAY FRIENDS 192.0.2.");
        assertThat(decide(hat, "198.51.100.1 verified mx.example.org")).isEqualTo("TCPREFUSE - .example.org");
        assertThat(decide(hat, "198.51.100.1")).isEqualTo("ACCEPT - ALL");
    }

    @Test
    void continueLetsLaterEntriesDecideAndStaysInTheExplanation() {
        Explanation explanation = Tables.admissions("""
                WATCHED:
                    192.0.2.0/24
                    CONTINUE
                BLOCKED:
                    192.0.2.7
                    REJECT
                ALL
                    ACCEPT
                """).explain(Peers.peer("192.0.2.7"));
        assertThat(explanation.admission().group()).contains("BLOCKED");
        assertThat(explanation.whyNot())
                .extracting(passed ->
                        passed.group().orElse("-") + " " + passed.entry().written() + " " + passed.reason())
                .containsExactly("WATCHED 192.0.2.0/24 CONTINUED");
    }

    @Test
    void anExplanationListsEveryEntryBeforeTheWinnerWithItsLine() {
        Explanation explanation = Tables.admissions("""
                FIRST:
                    sbrs[none]
                    .example.org
                    REJECT
                203.0.113.9
                    REJECT
                SECOND:
                    192.0.2.0/24
                    192.0.2.7
                    ACCEPT
                ALL
                    REJECT
                """).explain(Peers.peer("192.0.2.7 lies mx.example.org sbrs 1.0"));
        assertThat(explanation.admission().entry().origin()).hasToString("test.hat:8");
        assertThat(explanation.whyNot())
                .extracting(
                        passed -> passed.entry().origin() + " " + passed.entry().written() + ": " + passed.reason())
                .containsExactly(
                        "test.hat:3 .example.org: NAME_NOT_VERIFIED",
                        "test.hat:2 sbrs[none]: HAS_SCORE",
                        "test.hat:5 203.0.113.9: OTHER_ADDRESS");
    }

    @Test
    void anExplanationOfAnotherDecisionIsABugThatSaysWhatDiffers() {
        Admissions table = Tables.admissions("""
                FRIENDS:
                    192.0.2.7
                    RELAY
                ALL
                    REJECT
                """);
        Admission decided = table.admit(Peers.peer("192.0.2.7"));
        Explanation ofIt = table.explain(Peers.peer("192.0.2.7"));
        Explanation ofAnother = table.explain(Peers.peer("198.51.100.1"));

        assertThat(ofIt.of(decided)).isSameAs(ofIt);
        assertThatThrownBy(() -> ofAnother.of(decided))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("a listener decides by test.hat:2: 192.0.2.7 of group FRIENDS,"
                        + " but entry by entry the first match is test.hat:4: ALL of no group");
    }

    @Test
    void aTableWithoutAllGetsTheOneOfItsListener() {
        String hat = """
                FRIENDS:
                    192.0.2.7
                    RELAY
                """;
        var stranger = Peers.peer("198.51.100.1");
        assertThat(Tables.admissions(hat).admit(stranger).behavior()).isEqualTo(ConnectionBehavior.ACCEPT);
        assertThat(Admissions.of(Tables.hat(hat), ListenerSettings.of(ListenerType.PRIVATE))
                        .admit(stranger)
                        .behavior())
                .isEqualTo(ConnectionBehavior.REJECT);
    }

    @Test
    void aPolicyMayBeDefinedBelowTheGroupThatNamesIt() {
        assertThat(decide("""
                FRIENDS:
                    192.0.2.7
                    $LATE
                $LATE
                    RELAY
                ALL
                    REJECT
                """, "192.0.2.7")).isEqualTo("RELAY FRIENDS 192.0.2.7");
    }

    @Test
    void eachValueOfAPolicyInForceSaysWhereItComesFrom() {
        ListenerSettings listener = Tables.PUBLIC.with(PolicyParameters.TLS, TlsUse.PREFERRED);
        Admission admission = Admissions.of(Tables.hat("""
                $CAREFUL
                    ACCEPT {
                        max_rcpts_per_msg = 5
                    }
                ALL
                    $CAREFUL
                """), listener).admit(Peers.peer("192.0.2.7"));
        assertThat(admission.policy().name()).contains("CAREFUL");
        assertThat(admission
                        .policy()
                        .setting(PolicyParameters.MAX_RCPTS_PER_MSG)
                        .from())
                .isEqualTo(Setting.From.POLICY);
        assertThat(admission.policy().setting(PolicyParameters.TLS).from()).isEqualTo(Setting.From.LISTENER);
        assertThat(admission.policy().value(PolicyParameters.TLS)).isEqualTo(TlsUse.PREFERRED);
        assertThat(admission.policy().setting(PolicyParameters.MAX_CONCURRENCY).from())
                .isEqualTo(Setting.From.BUILT_IN);
    }

    private static String decide(String hat, String client) {
        Admission admission = Tables.admissions(hat).admit(Peers.peer(client));
        return admission.behavior() + " " + admission.group().orElse("-") + " "
                + admission.entry().written();
    }
}
