package dev.hatcheck.policies.text;

import dev.hatcheck.policies.AccessRule;
import dev.hatcheck.policies.Ascii;
import dev.hatcheck.policies.Comment;
import dev.hatcheck.policies.Entry;
import dev.hatcheck.policies.Esa;
import dev.hatcheck.policies.Sender;
import dev.hatcheck.policies.SenderGroup;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the sender groups of a table: a name, members one after the other, and the rule that ends the group. */
final class GroupReader {
    private final Tokens tokens;
    private final Problems problems;
    private final EntryReader entries;
    private final RuleReader rules;
    private final Map<String, Token> groups = new HashMap<>();

    GroupReader(Tokens tokens, Problems problems, EntryReader entries, RuleReader rules) {
        this.tokens = tokens;
        this.problems = problems;
        this.entries = entries;
        this.rules = rules;
    }

    /** Whether a word names a group: with one colon, at its end. A word with a colon elsewhere is an IPv6 sender. */
    static boolean isName(Token word) {
        return word.isWord() && word.text().indexOf(':') == word.text().length() - 1 && !word.opensBracket();
    }

    /** The group of a name that has just been read; nothing, and a problem, if no rule ends it. */
    Optional<SenderGroup> read(Token head, String name) {
        checkName(head, name);
        var lines = new ArrayList<SenderGroup.Line>();
        var places = new HashMap<Sender, Entry>();
        Token last = head;
        while (!rules.comesNext()) {
            if (isBeyondGroup()) {
                refuse(head, name, last);
                return Optional.empty();
            }
            if (rules.misspelledComesNext()) {
                rules.refuseMisspelled();
                return Optional.empty();
            }
            last = tokens.peek().isWord() ? tokens.peek() : last;
            line(lines, places);
        }
        AccessRule rule = rules.read();
        return Optional.of(new SenderGroup(name, lines, rule, problems.origin(head)));
    }

    private void checkName(Token head, String name) {
        Token first = groups.putIfAbsent(name, head);
        if (first != null) {
            problems.error(head, "the group " + Shown.of(name) + " stands twice; the first is on line " + first.line());
        }
        if (name.isEmpty()) {
            problems.error(head, "a group has a name before its \":\"");
        } else if (!Ascii.isWord(name)) {
            problems.warning(head, new Doubt.UnreadableName(name));
        }
    }

    /** {@code ALL} is no member, the name of a policy with an action behind it begins its definition. */
    private boolean isBeyondGroup() {
        Token next = tokens.peek();
        return next.is(Token.Kind.END) || next.isPolicyName() || isName(next) || next.isAll();
    }

    /** Blames the last member if it looks like a rule. */
    private void refuse(Token head, String name, Token last) {
        String mend = last == head ? "" : rules.mend(last);
        String what = "the group " + Shown.of(name) + " ends without a rule: ";
        if (mend.isEmpty()) {
            problems.error(
                    head,
                    what + RuleReader.EXPECTED + " is expected before "
                            + tokens.peek().described());
        } else {
            problems.error(last, what + last.described() + " is read as a host name" + mend);
        }
    }

    private void line(List<SenderGroup.Line> lines, Map<Sender, Entry> places) {
        Token token = tokens.peek();
        switch (token.kind()) {
            case COMMENT -> lines.add(new Comment(tokens.next().text()));
            case WORD -> {
                Optional<Entry> entry = entries.read();
                if (entry.isPresent() && isNew(entry.get(), token, places)) {
                    lines.add(entry.get());
                }
            }
            case QUOTED, NOTE, OPEN, CLOSE, EQUALS, END -> {
                problems.error(token, "a sender or the rule of the group is expected, not " + token.described());
                tokens.skipLine(token);
            }
        }
    }

    /** A sender that stands twice in its group is dropped. */
    @Esa("UG912-14")
    private boolean isNew(Entry entry, Token at, Map<Sender, Entry> places) {
        Entry first = places.putIfAbsent(entry.sender(), entry);
        if (first != null) {
            problems.warning(at, new Doubt.SenderTwice(entry.written(), first.written(), first.origin()));
        }
        return first == null;
    }
}
