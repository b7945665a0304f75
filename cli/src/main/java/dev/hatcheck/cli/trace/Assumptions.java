package dev.hatcheck.cli.trace;

import dev.hatcheck.engine.Peer;
import dev.hatcheck.engine.connect.Admission;
import dev.hatcheck.engine.connect.Admissions;
import dev.hatcheck.engine.connect.Explanation;
import dev.hatcheck.engine.session.Greeting;
import dev.hatcheck.engine.session.Replies;
import dev.hatcheck.engine.session.Reply;
import dev.hatcheck.policies.Assumed;
import dev.hatcheck.policies.Entry;
import dev.hatcheck.policies.HostAccessTable;
import dev.hatcheck.policies.ListenerSettings;
import dev.hatcheck.policies.ListenerType;
import dev.hatcheck.policies.Parameter;
import dev.hatcheck.policies.PolicyParameters;
import dev.hatcheck.policies.SenderGroup;
import dev.hatcheck.policies.Setting.From;
import dev.hatcheck.smtp.Rehearsal.Step;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Collects what an answer rests on that no source proves, from the marks that the code itself carries.
 *
 * <p>It sees the marks of what is public. How a text is laid out and filled in below that, and which code of a policy's
 * own rejects, has marks that are not told here but in {@code docs/fidelity.md}.
 */
final class Assumptions {
    private final HostAccessTable hat;
    private final ListenerSettings settings;
    private final Set<String> found = new LinkedHashSet<>();

    private Assumptions(HostAccessTable hat, ListenerSettings settings) {
        this.hat = hat;
        this.settings = settings;
    }

    /** The texts, each once. */
    static List<String> of(
            HostAccessTable hat, ListenerSettings settings, Peer peer, Explanation explanation, List<Step> steps) {
        var assumptions = new Assumptions(hat, settings);
        assumptions.addEntries(explanation);
        assumptions.addOrder(explanation);
        assumptions.addBuiltIn(explanation.admission());
        steps.forEach(assumptions::addReply);
        var greeting = new Greeting(explanation.admission(), peer, settings);
        steps.forEach(step -> assumptions.addBanner(greeting, step));
        return List.copyOf(assumptions.found);
    }

    /** What the form of an entry means, for the one that decided and for those that might have. */
    private void addEntries(Explanation explanation) {
        explanation.whyNot().forEach(passedOver -> {
            add("", passedOver.entry().sender().getClass());
            add("", constant(passedOver.reason()));
        });
        add("", explanation.admission().entry().sender().getClass());
    }

    /** That an entry decided although its group has one above it which was not asked. */
    private void addOrder(Explanation explanation) {
        Entry winner = explanation.admission().entry();
        List<Entry> asked =
                explanation.whyNot().stream().map(Explanation.PassedOver::entry).toList();
        boolean someoneAboveWasNotAsked = members(explanation.admission()).stream()
                .takeWhile(entry -> entry != winner)
                .anyMatch(entry -> !asked.contains(entry));
        if (someoneAboveWasNotAsked) {
            add("", Admissions.class);
        }
    }

    private List<Entry> members(Admission admission) {
        return admission.group().flatMap(hat::group).map(SenderGroup::members).orElse(List.of());
    }

    /** The defaults that act; those of a public listener have a source. */
    private void addBuiltIn(Admission admission) {
        if (settings.type() == ListenerType.PUBLIC) {
            return;
        }
        for (Field field : PolicyParameters.class.getFields()) {
            if (valueOf(field) instanceof Parameter<?> parameter
                    && parameter.isEnforced()
                    && admission.policy().setting(parameter).from() == From.BUILT_IN) {
                add(parameter.keyword() + ": ", field);
            }
        }
    }

    private void addReply(Step step) {
        var given = new Reply(step.code(), step.lines());
        Stream.of(Replies.class.getFields())
                .filter(field -> given.equals(valueOf(field)))
                .forEach(field -> add("", field));
        Stream.of(Replies.class.getMethods())
                .filter(method -> method.isAnnotationPresent(Assumed.class))
                .filter(method -> given.equals(madeBy(method)))
                .forEach(method -> add("", method));
    }

    /** How a policy's own banner is laid out, and where else it is said; the usual ones have marks of their own. */
    private void addBanner(Greeting greeting, Step step) {
        var given = new Reply(step.code(), step.lines());
        String hostname = settings.hostname();
        if (!given.equals(Replies.greeting(hostname)) && !given.equals(Replies.rejected(hostname))) {
            Stream.of(Greeting.class.getMethods())
                    .filter(method -> method.isAnnotationPresent(Assumed.class))
                    .filter(method -> given.equals(called(method, greeting)))
                    .forEach(method -> add("", method));
        }
    }

    /** The reply that a method makes of the host name, or nothing if it makes replies of something else. */
    private Object madeBy(Method method) {
        if (!List.of(method.getParameterTypes()).equals(List.of(String.class))) {
            return Optional.empty();
        }
        return called(method, null, settings.hostname());
    }

    private static Object called(Method method, Object on, Object... arguments) {
        try {
            return method.invoke(on, arguments);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(method + " is public", impossible);
        }
    }

    private static Object valueOf(Field field) {
        try {
            return field.get(null);
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(field + " is public", impossible);
        }
    }

    private static AnnotatedElement constant(Enum<?> value) {
        try {
            return value.getDeclaringClass().getField(value.name());
        } catch (NoSuchFieldException impossible) {
            throw new IllegalStateException(value + " is a constant", impossible);
        }
    }

    private void add(String subject, AnnotatedElement marked) {
        Optional.ofNullable(marked.getAnnotation(Assumed.class))
                .ifPresent(assumed -> found.add(subject + assumed.value()));
    }
}
