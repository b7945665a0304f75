package dev.hatcheck.engine.insight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hatcheck.engine.Engine;
import dev.hatcheck.engine.Peers;
import dev.hatcheck.engine.ReverseDns;
import dev.hatcheck.engine.Tables;
import dev.hatcheck.policies.HostAccessTable;
import dev.hatcheck.policies.ListenerSettings;
import dev.hatcheck.policies.RecipientAccessTable;
import dev.hatcheck.policies.SettingException;
import dev.hatcheck.policies.address.HostName;
import dev.hatcheck.policies.text.Preset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Findings, each as {@code line severity code}; what stands in the table and is no finding shows what is left alone.
 */
class LintTest {
    private static final String NO_RAT = "";

    private static List<Finding> findings(String hat, String rat, KnownHost... hosts) {
        return findings(Tables.PUBLIC, hat, rat, Optional.of(List.of(hosts)).filter(known -> !known.isEmpty()));
    }

    private static List<Finding> findings(
            ListenerSettings settings, String hat, String rat, Optional<List<KnownHost>> hosts) {
        HostAccessTable table = Tables.hat(hat);
        RecipientAccessTable recipients = Tables.rat(rat);
        return Lint.of(table, recipients, Engine.of(settings, table, recipients), hosts)
                .sorted(Finding.byLine("test.rat"))
                .toList();
    }

    private static List<String> found(String hat, KnownHost... hosts) {
        return shown(findings(hat, NO_RAT, hosts));
    }

    private static List<String> shown(List<Finding> findings) {
        return findings.stream()
                .map(it -> it.where().line() + " " + it.severity() + " "
                        + it.code().id())
                .toList();
    }

    private static KnownHost host(String name, String address, ReverseDns reverseDns) {
        return new KnownHost(new HostName(name), Peers.address(address), reverseDns);
    }

    private static ReverseDns verified(String name) {
        return new ReverseDns.Verified(new HostName(name));
    }

    @Test
    void thePresetsHaveNothingToWarnOf() {
        for (Preset preset : Preset.values()) {
            assertThat(findings(preset.hatText(), preset.ratText().orElse(NO_RAT)))
                    .extracting(Finding::severity)
                    .allMatch(Severity.NOTE::equals);
        }
    }

    @Test
    void anEntryThatEarlierOnesCoverTogetherNeverDecides() {
        List<Finding> findings = findings("""
                A:
                192.0.2.0/25
                192.0.2.128-255
                REJECT
                B:
                192.0.2.0/24
                198.51.100.1
                ACCEPT
                ALL
                ACCEPT
                """, NO_RAT);
        assertThat(shown(findings)).containsExactly("6 WARNING never-decides");
        assertThat(findings.getFirst().message())
                .isEqualTo("192.0.2.0/24 of B never decides: all that it means is taken before by"
                        + " 192.0.2.0/25 of A (line 2) and 192.0.2.128-255 of A (line 3)");
        assertThat(findings.getFirst().related()).extracting("line").containsExactly(2, 3);
    }

    @Test
    void whereTlsIsRequiredInVainItIsTold() {
        String secure = "BANK:\n198.51.100.0/24\nACCEPT { tls = \"required\" }\nALL\nACCEPT\n";
        assertThat(findings("EARLY:\n198.51.0.0/16\nACCEPT\n" + secure, NO_RAT)
                        .getFirst()
                        .message())
                .endsWith("by 198.51.0.0/16 of EARLY (line 2); so TLS is not required of them, as it would be here");
        assertThat(findings("EARLY:\n198.51.0.0/16\nREJECT\n" + secure, NO_RAT)
                        .getFirst()
                        .message())
                .endsWith("by 198.51.0.0/16 of EARLY (line 2)");
    }

    @Test
    void withTheSameEffectItIsOnlyNoted() {
        assertThat(found("""
                $OPEN
                ACCEPT
                A:
                192.0.2.0/24
                .partner.example
                partner.example
                $OPEN
                B:
                192.0.2.7
                mx.partner.example
                $OPEN
                C:
                192.0.2.0/24
                $OPEN
                """)).containsExactly("9 NOTE never-decides", "10 NOTE never-decides", "13 NOTE duplicate");
    }

    @Test
    void anEntryOfWhichAnotherFactLeavesNobodyNeverDecides() {
        List<Finding> findings = findings("""
                A:
                sbrs[-10.0:10.0]
                sbrs[none]
                ACCEPT
                B:
                192.0.2.1
                10.0.0.0/8
                mx.partner.example
                REJECT
                ALL
                ACCEPT
                """, NO_RAT);
        assertThat(shown(findings))
                .containsExactly("6 WARNING never-decides"); // of private hosts nobody asks the score
        assertThat(findings.getFirst().message())
                .endsWith("whoever comes, an entry about scores has decided before:"
                        + " sbrs[-10.0:10.0] of A (line 2) and sbrs[none] of A (line 3)");
    }

    @Test
    void aRecipientThatAnEarlierEntryTakesNeverDecides() {
        List<Finding> findings = findings("ALL\nACCEPT\n", """
                corp.example ACCEPT
                old@corp.example REJECT
                new@corp.example ACCEPT
                .corp.example ACCEPT
                lab.corp.example REJECT 550 no
                .x.corp.example ACCEPT
                a@lab.corp.example REJECT
                abuse@ ACCEPT
                abuse@other.example REJECT
                other.example ACCEPT
                ALL REJECT
                """);
        assertThat(shown(findings))
                .containsExactly(
                        "2 WARNING never-decides",
                        "3 NOTE never-decides",
                        "5 WARNING never-decides",
                        "6 NOTE never-decides",
                        "7 WARNING never-decides",
                        "9 WARNING never-decides");
        assertThat(findings.getFirst().message())
                .isEqualTo("old@corp.example of the RAT never decides: all that it means is taken before by"
                        + " corp.example (line 1)");
        assertThat(findings.get(4).related()).extracting("line").containsExactly(4);
    }

    private static final String ALL_SCORES = "SCORED:\nsbrs[-10.0:10.0]\nsbrs[none]\nACCEPT\n";

    /** Once the first five that take something of it were asked, and no others. */
    @Test
    void anEntryIsTakenByOthersOnlyIfNothingOfItIsLeft() {
        List<Finding> findings = findings(
                "A:\n192.0.2.1\n192.0.2.2\n192.0.2.3\n192.0.2.4\n192.0.2.5\n192.0.2.6\nREJECT\n" + ALL_SCORES
                        + "B:\n192.0.2.0/24\nREJECT\n",
                NO_RAT);
        assertThat(findings.getFirst().message())
                .isEqualTo("192.0.2.0/24 of B never decides: whoever comes, an entry about scores has decided before:"
                        + " sbrs[-10.0:10.0] of SCORED (line 10) and sbrs[none] of SCORED (line 11)");
    }

    /** Once only what stands before public clients was told. */
    @Test
    void privateClientsMayBeTakenByOtherEntriesThanPublicOnes() {
        List<Finding> findings = findings(
                "A:\n10.0.0.0/8\n172.16.0.0/12\n192.168.0.0/16\nREJECT\n" + ALL_SCORES
                        + "B:\nmx.partner.example\nREJECT\n",
                NO_RAT);
        assertThat(findings.getFirst().message())
                .isEqualTo("mx.partner.example of B never decides: whoever comes, an entry about scores or addresses"
                        + " has decided before: 10.0.0.0/8 of A (line 2), 172.16.0.0/12 of A (line 3),"
                        + " 192.168.0.0/16 of A (line 4), sbrs[-10.0:10.0] of SCORED (line 7) and others");
        assertThat(findings.getFirst().related()).extracting("line").containsExactly(2, 3, 4, 7, 8);
    }

    @Test
    void policiesThatAreWrittenTwiceDoTheSame() {
        assertThat(found("A:\n192.0.2.0/24\nACCEPT { tls = \"on\" }\nB:\n192.0.2.1\nACCEPT { max_concurrency = 10 tls ="
                        + " \"on\" }\nALL\nREJECT\n"))
                .containsExactly("5 NOTE never-decides");
    }

    @Test
    void aHostWhoseNameLeadsElsewhereIsNotMissed() {
        assertThat(found("A:\n.example.com\nREJECT\n", host("example.com", "192.0.2.1", verified("mx.example.com"))))
                .isEmpty();
    }

    @Test
    void whereNobodyIsAskedEntriesAboutScoresNeverDecide() {
        assertThat(shown(findings(
                        Tables.PUBLIC.with("use_senderbase", "off"),
                        "A:\nsbrs[none]\ngeo[US]\nREJECT\n",
                        NO_RAT,
                        Optional.empty())))
                .containsExactly("2 WARNING never-decides", "3 WARNING never-decides");
    }

    @Test
    void theEndOfATableThatNobodyComesToIsNoted() {
        assertThat(found("""
                0.0.0.0/0
                ACCEPT
                ::/0
                ACCEPT
                ALL
                REJECT
                """)).containsExactly("5 NOTE never-decides");
    }

    @Test
    void whatContinuesIsNotExpectedToDecide() {
        assertThat(found("192.0.2.0/24\nREJECT\n192.0.2.1\nCONTINUE\nALL\nACCEPT\n"))
                .isEmpty();
    }

    @Test
    void aSuffixDoesNotMeanItsNameNorADomainItsHosts() {
        assertThat(found("""
                A:
                .alone.example
                .both.example
                both.example
                .test
                bare.example
                mx.long.example
                .outer.example
                outer.example
                REJECT
                ALL
                ACCEPT
                """)).containsExactly("2 NOTE suffix-without-name", "6 NOTE name-without-suffix");
    }

    @Test
    void withKnownHostsOnlyWhatTheyShowIsTold() {
        assertThat(found(
                        """
                        A:
                        .one.example
                        .two.example
                        three.example
                        four.example
                        REJECT
                        ALL
                        ACCEPT
                        """,
                        host("one.example", "192.0.2.1", verified("one.example")),
                        host("mx.three.example", "192.0.2.3", verified("mx.three.example"))))
                .containsExactly("2 WARNING suffix-without-name", "4 WARNING name-without-suffix");
    }

    @Test
    void aNameWhoseHostsAreNotVerifiedDoesNotCount() {
        List<Finding> findings = findings(
                "A:\nmx.partner.example\n.other.example\nother.example\nREJECT\nALL\nACCEPT\n",
                NO_RAT,
                host("mx.partner.example", "192.0.2.1", new ReverseDns.NoRecord()),
                host("a.other.example", "192.0.2.2", verified("a.other.example")),
                host("b.other.example", "192.0.2.3", verified("elsewhere.example")),
                host("c.other.example", "192.0.2.4", new ReverseDns.Mismatch(new HostName("x.example"))));
        assertThat(shown(findings)).containsExactly("2 WARNING name-not-verified", "3 WARNING name-not-verified");
        assertThat(findings.getLast().message())
                .contains("b.other.example at 192.0.2.3: its PTR record leads to elsewhere.example", "for 1 more");
    }

    @Test
    void scoresThatNoEntryMeansAndThoseThatTwoMean() {
        List<Finding> findings = findings("""
                A:
                sbrs[-10.0:-3.0]
                REJECT
                B:
                sbrs[-3.0:-1.0]
                ACCEPT
                C:
                sbrs[-2.0:5.0]
                ACCEPT { tls = "on" }
                ALL
                ACCEPT
                """, NO_RAT);
        assertThat(shown(findings)).containsExactly("8 NOTE score-gap", "8 NOTE score-gap", "8 WARNING score-overlap");
        assertThat(findings)
                .extracting(Finding::message)
                .satisfiesExactly(
                        gap -> assertThat(gap).contains("from 5.1 to 10.0"),
                        none -> assertThat(none).contains("without a score"),
                        overlap ->
                                assertThat(overlap).contains("between -2.0 and -1.0", "sbrs[-3.0:-1.0] of B (line 5)"));
    }

    @Test
    void aGapBetweenTwoEntriesIsHardlyMeant() {
        assertThat(found("A:\nsbrs[-10.0:-3.1]\nsbrs[none]\nREJECT\nB:\nsbrs[-2.9:10.0]\nACCEPT\nALL\nREJECT\n"))
                .containsExactly("6 WARNING score-gap");
    }

    @Test
    void aGroupAboveThatLetsSendInClearUndercutsTls() {
        List<Finding> findings = findings("""
                $SECURE
                ACCEPT { tls = "required" }
                SUSPECTS:
                sbrs[-3.0:-1.0]
                ACCEPT
                WHITE:
                192.0.2.7
                ACCEPT
                CRES:
                192.0.2.0/24
                mx.cres.example
                $SECURE
                ALL
                ACCEPT
                """, NO_RAT).stream()
                .filter(it -> it.code() == Code.TLS_UNDERCUT)
                .toList();
        assertThat(shown(findings)).containsExactly("10 WARNING tls-undercut");
        assertThat(findings.getFirst().message())
                .contains("sbrs[-3.0:-1.0] of SUSPECTS (line 4) and 192.0.2.7 of WHITE (line 7)", "for 1 more");
    }

    @Test
    void knownHostsBeforeOthersAreOnlyNoted() {
        assertThat(found(
                        "RELAYS:\n10.0.0.0/8\nRELAY\nCRES:\n.cres.example\ncres.example\nACCEPT { tls = \"required\" }\n"
                                + "ALL\nREJECT\n"))
                .containsExactly("5 NOTE tls-undercut");
    }

    @Test
    void strangersThatMaySendToAnybodyAreAnError() {
        assertThat(found(
                        "A:\nsbrs[5.0:10.0]\n11.0.0.0/7\n192.0.2.0/24\nmx.partner.example\n.test\nRELAY\nALL\nRELAY\n"))
                .contains("2 ERROR open-relay", "3 ERROR open-relay", "6 ERROR open-relay", "8 ERROR all-relays")
                .noneMatch(it -> it.startsWith("4 ERROR") || it.startsWith("5 ERROR"));
        assertThat(shown(findings("ALL\nACCEPT\n", "example.com ACCEPT\nALL ACCEPT\n")))
                .containsExactly("2 ERROR open-relay");
        assertThat(shown(findings("ALL\nREJECT\n", "ALL ACCEPT\n"))).isEmpty();
        assertThat(shown(findings("ALL\nACCEPT\n", "ALL REJECT\n"))).isEmpty();
    }

    @Test
    void groupsAndPoliciesThatMissSomething() {
        assertThat(found("""
                $ONE
                ACCEPT { tls = "on" spam_check = "on" }
                $TWO
                ACCEPT { spam_check = "on" tls = "on" }
                $TRUSTED
                ACCEPT
                $TIGHT
                ACCEPT { max_rcpts_per_msg = 20 max_rcpts_per_hour = 5 }
                EMPTY:
                $ONE
                MY-PARTNERS:
                192.0.2.1
                $TIGHT
                ALL
                REJECT
                """))
                .containsExactly(
                        "1 NOTE not-enforced",
                        "3 NOTE not-enforced",
                        "3 NOTE unused-policy",
                        "3 NOTE equal-policies",
                        "7 NOTE limits-contradict",
                        "9 NOTE empty-group");
    }

    @Test
    void whatEveryListenerComesWithIsNobodysToMend() {
        List<Finding> findings = findings("""
                $MINE
                REJECT
                SLOW:
                192.0.2.1
                $THROTTLED
                BAD:
                192.0.2.2
                $BLOCKED
                FINE:
                192.0.2.3
                $TRUSTED
                WORSE:
                192.0.2.4
                $MINE
                """, NO_RAT);
        assertThat(shown(findings)).containsExactly("1 NOTE equal-policies");
        assertThat(findings.getFirst().message())
                .isEqualTo("$MINE does the same as $BLOCKED (the one that every listener comes with)");
        assertThat(findings.getFirst().related()).isEmpty();
    }

    @Test
    void aDefaultThatALimitOfThePolicyEndsIsTold() {
        List<Finding> findings = findings("""
                $SLOW
                ACCEPT { max_rcpts_per_hour = 20 }
                $AS_IT_IS
                ACCEPT { max_rcpts_per_hour = 50 }
                A:
                192.0.2.1
                $SLOW
                B:
                192.0.2.2
                $AS_IT_IS
                ALL
                REJECT
                """, NO_RAT);
        assertThat(shown(findings)).containsExactly("1 NOTE limits-contradict");
        assertThat(findings.getFirst().message())
                .isEqualTo("$SLOW allows max_rcpts_per_msg = 50, the default as it writes none, but max_rcpts_per_hour"
                        + " = 20 ends before that");
        assertThat(findings.getFirst().mend()).isEqualTo("write a max_rcpts_per_msg of at most 20");
    }

    @Test
    void whereAPolicyWritesNeitherLimitTheListenerIsToMend() throws SettingException {
        String hat = "$ANY\nACCEPT { tls = on }\nALL\n$ANY\n";
        ListenerSettings settings =
                Tables.PUBLIC.with("hat_default_max_rcpts_per_hour", "20").with("max_concurrency", "5");
        assertThat(findings(settings, hat, NO_RAT, Optional.empty())).isEmpty();
        assertThat(shown(findings(
                        settings, hat.replace("tls = on", "max_rcpts_per_msg = 30"), NO_RAT, Optional.empty())))
                .containsExactly("1 NOTE limits-contradict");
    }
}
