package dev.hatcheck.policies.text;

import dev.hatcheck.policies.AccessRule;
import dev.hatcheck.policies.ConnectionBehavior;
import dev.hatcheck.policies.PolicyParameters;
import dev.hatcheck.policies.ValueForm;
import dev.hatcheck.policies.WrittenParameter;
import dev.hatcheck.policies.WrittenPolicy;
import java.util.Optional;

/** Reads what happens to senders: the name of a policy, or an action with its parameters. */
final class RuleReader {
    static final String EXPECTED = "a policy such as $ACCEPTED or an action such as REJECT";

    private final Tokens tokens;
    private final Problems problems;
    private final PolicyNames names;
    private final BlockReader blocks;

    RuleReader(Tokens tokens, Problems problems, PolicyNames names) {
        this.tokens = tokens;
        this.problems = problems;
        this.names = names;
        this.blocks = new BlockReader(tokens, problems, PolicyParameters.all());
    }

    /** Whether a rule comes next; the name of a policy with an action behind it begins a definition. */
    boolean comesNext() {
        Token next = tokens.peek();
        return Actions.isAction(next) || next.isPolicyName() && !Actions.isAction(tokens.second());
    }

    /** Whether a word comes next that is no action, but has a block behind it as only actions have. */
    boolean misspelledComesNext() {
        return tokens.peek().isWord() && tokens.second().is(Token.Kind.OPEN);
    }

    /** Reports such a word, and takes it with its block and note. */
    void refuseMisspelled() {
        Token word = tokens.next();
        problems.error(
                word,
                "an action (ACCEPT, RELAY, REJECT, TCPREFUSE or CONTINUE) is expected before \"{\", not "
                        + word.described() + Actions.mend(word));
        blocks.read();
        tokens.note();
    }

    /** The end of a message about a word that stands where a rule is expected: what it looks like, or nothing. */
    String mend(Token word) {
        return Actions.mend(word) + names.mend(word);
    }

    /** The rule that comes next. */
    AccessRule read() {
        Token first = tokens.peek();
        return first.isPolicyName()
                ? new AccessRule.Named(names.use(tokens.next()), tokens.note(), problems.origin(first))
                : new AccessRule.Inline(policy(), tokens.note(), problems.origin(first));
    }

    /** The action and parameters that come next, without the note behind them. */
    WrittenPolicy policy() {
        Token action = tokens.next();
        var policy = new WrittenPolicy(Actions.read(action).orElseThrow(), blocks.read());
        if (policy.behavior() == ConnectionBehavior.REJECT) {
            warnOfWelcome(action, policy);
        }
        return policy;
    }

    private void warnOfWelcome(Token action, WrittenPolicy policy) {
        Optional<WrittenParameter> code = PolicyParameters.SMTP_BANNER_CODE.in(policy.parameters());
        if (code.isPresent() && ValueForm.REJECT_CODE.read(code.get().text()).isEmpty()) {
            problems.warning(action, new Doubt.RejectsNobody(code.get().text()));
        }
    }
}
