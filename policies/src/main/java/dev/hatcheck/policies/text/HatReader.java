package dev.hatcheck.policies.text;

import dev.hatcheck.policies.AccessRule;
import dev.hatcheck.policies.Assumed;
import dev.hatcheck.policies.ConnectionBehavior;
import dev.hatcheck.policies.Entry;
import dev.hatcheck.policies.Esa;
import dev.hatcheck.policies.HostAccessTable;
import dev.hatcheck.policies.PolicyDefinition;
import dev.hatcheck.policies.SenderGroup;
import dev.hatcheck.policies.StandaloneEntry;
import dev.hatcheck.policies.WrittenPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads a Host Access Table as appliances export it, and as people type it.
 *
 * <pre>
 * table  = { comment | policy | group | entry }
 * policy = $NAME action [ note ]
 * group  = NAME: { sender [ note ] | comment } rule
 * entry  = sender [ note ] rule                         the last one is ALL
 * rule   = ( $NAME | action ) [ note ]
 * action = ACCEPT | RELAY | REJECT | TCPREFUSE | CONTINUE, each with or without { parameters }
 * </pre>
 *
 * <p>Lines and indentation mean nothing, except that a comment, a note and a text in quotes end with their line.
 */
@Esa({"CLI73", "CLI801a", "CLI97", "UG97-22", "EHC"})
public final class HatReader {
    private final Problems problems;
    private final Tokens tokens;
    private final PolicyNames names;
    private final EntryReader entries;
    private final RuleReader rules;
    private final GroupReader groups;
    private final LastEntry last;
    private final List<HostAccessTable.Line> lines = new ArrayList<>();

    private HatReader(String text, String file) {
        problems = new Problems(file);
        tokens = new Tokens(new Lexer(text, problems));
        last = new LastEntry(problems);
        names = new PolicyNames(problems);
        entries = new EntryReader(tokens, problems);
        rules = new RuleReader(tokens, problems, names);
        groups = new GroupReader(tokens, problems, entries, rules);
    }

    /**
     * Reads a whole table; takes a time proportional to its length.
     *
     * @param text the table
     * @param file its name in messages and explanations
     * @throws SyntaxException with all its problems, if it has any
     */
    public static Reading<HostAccessTable> read(String text, String file) {
        return new HatReader(text, file).table();
    }

    private Reading<HostAccessTable> table() {
        while (!tokens.peek().is(Token.Kind.END)) {
            line(tokens.peek());
        }
        lines.addAll(0, names.check());
        var table = new HostAccessTable(lines);
        checkAll(table);
        return problems.conclude(table);
    }

    private void line(Token token) {
        switch (token.kind()) {
            case COMMENT -> lines.addAll(tokens.comments());
            case WORD -> construct(token);
            case QUOTED, NOTE, OPEN, CLOSE, EQUALS, END -> {
                problems.error(token, "a policy, a group or a sender is expected, not " + token.described());
                tokens.skipLine(token);
            }
        }
    }

    private void construct(Token word) {
        if (word.isPolicyName()) {
            policy();
        } else if (Actions.isAction(word)) {
            problems.error(word, "a policy, a group or a sender is expected before " + word.described());
            tokens.skipLine(word);
        } else if (GroupReader.isName(word) && !word.isAll()) {
            last.check(word);
            tokens.next();
            group(word, word.text().substring(0, word.text().length() - 1));
        } else if (namesGroupWithBlanks(word)) {
            last.check(word);
            groupWithBlanks(word);
        } else {
            last.check(word);
            entry(word);
        }
    }

    /** Whether several words on a line, none of which is a rule, end in the colon of a group. */
    private boolean namesGroupWithBlanks(Token word) {
        Token second = tokens.second();
        if (word.isAll() || second.line() != word.line()) {
            return false;
        }
        List<Token> words = tokens.restOfLine();
        for (Token each : words) {
            if (!each.isWord() || Actions.isAction(each) || each.isPolicyName() || each.opensBracket()) {
                return false;
            }
            if (GroupReader.isName(each)) {
                return true;
            }
        }
        return false;
    }

    private void groupWithBlanks(Token head) {
        var words = new ArrayList<String>();
        Token word = tokens.next();
        while (!GroupReader.isName(word)) {
            words.add(word.text());
            word = tokens.next();
        }
        if (word.text().length() > 1) {
            words.add(word.text().substring(0, word.text().length() - 1));
        }
        problems.error(head, "the name of a group has no blanks: write " + Shown.of(String.join("_", words) + ":"));
        group(head, String.join(" ", words));
    }

    private void policy() {
        Token name = tokens.next();
        lines.addAll(tokens.comments());
        if (!Actions.isAction(tokens.peek())) {
            names.presume(name);
            problems.error(
                    name,
                    "the policy " + Shown.of(name.text())
                            + " begins with an action (ACCEPT, RELAY, REJECT, TCPREFUSE or CONTINUE), not "
                            + tokens.peek().described() + Actions.mend(tokens.peek()));
            tokens.skipBelow(name);
            return;
        }
        lines.add(new PolicyDefinition(names.define(name), rules.policy(), tokens.note(), problems.origin(name)));
    }

    private void group(Token head, String name) {
        Optional<SenderGroup> group = groups.read(head, name);
        if (group.isPresent()) {
            lines.add(group.get());
        }
    }

    private void entry(Token word) {
        Optional<Entry> entry = entries.read();
        lines.addAll(tokens.comments());
        if (rules.comesNext()) {
            AccessRule rule = rules.read();
            if (entry.isPresent()) {
                lines.add(new StandaloneEntry(entry.get(), rule));
            }
        } else if (looksLikeGroup(word)) {
            problems.error(word, "the name of a group ends in a colon, as in " + Shown.of(word.text() + ":"));
            group(word, word.text());
        } else {
            problems.error(
                    word,
                    Shown.of(word.text()) + " has no rule: " + RuleReader.EXPECTED + " is expected, not "
                            + tokens.peek().described() + rules.mend(tokens.peek()));
            tokens.skipBelow(word);
        }
    }

    /** Whether a colon was forgotten: a word that is no domain, and below it another word that is no broken rule. */
    private boolean looksLikeGroup(Token word) {
        Token below = tokens.peek();
        return word.hasOneLabel()
                && !word.isAll()
                && below.isWord()
                && below.line() > word.line()
                && rules.mend(below).isEmpty();
    }

    /** A table ends with {@code ALL}, with which something is decided. */
    @Assumed("a table without ALL gets the default of its type of listener; ALL cannot hand over to anything")
    private void checkAll(HostAccessTable table) {
        if (last.all().isEmpty()) {
            boolean empty =
                    lines.stream().noneMatch(line -> line instanceof SenderGroup || line instanceof StandaloneEntry);
            problems.warning(tokens.peek(), new Doubt.NoAll(empty));
        }
        Optional<StandaloneEntry> all = table.all();
        if (all.isPresent() && continues(all.get().rule(), table)) {
            problems.error(
                    last.all().orElseThrow(),
                    "ALL cannot CONTINUE: it is the last, and nothing follows that could decide");
        }
    }

    private static boolean continues(AccessRule rule, HostAccessTable table) {
        Optional<WrittenPolicy> policy = rule.writtenIn(table);
        return policy.isPresent() && policy.get().behavior() == ConnectionBehavior.CONTINUE;
    }
}
