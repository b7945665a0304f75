package dev.hatcheck.policies.text;

import dev.hatcheck.policies.AccessRule;
import dev.hatcheck.policies.ConnectionBehavior;
import dev.hatcheck.policies.PolicyParameters;
import dev.hatcheck.policies.WrittenPolicy;

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
        this.blocks = new BlockReader(tokens, problems, PolicyParameters::of, false);
    }

    /** Whether a rule comes next; the name of a policy with an action behind it begins a definition. */
    boolean comesNext() {
        Token next = tokens.peek();
        return Actions.isAction(next) || next.isPolicyName() && !Actions.isAction(tokens.second());
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
        ConnectionBehavior behavior = Actions.read(tokens.next()).orElseThrow();
        return new WrittenPolicy(behavior, blocks.read());
    }
}
