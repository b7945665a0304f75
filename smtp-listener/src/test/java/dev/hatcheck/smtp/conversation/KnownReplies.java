package dev.hatcheck.smtp.conversation;

import dev.hatcheck.engine.session.Replies;
import dev.hatcheck.engine.session.Reply;
import dev.hatcheck.engine.session.Verb;
import dev.hatcheck.policies.Limit;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** All replies that {@link Replies} can make, as patterns of what is sent. */
final class KnownReplies {
    private static final String HOLE = "\u0001";

    private static final List<Pattern> PATTERNS = patterns();

    private KnownReplies() {}

    /** The replies in a text, each of which must be known. */
    static boolean knows(String replies) {
        String rest = replies;
        while (!rest.isEmpty()) {
            String whole = rest;
            var known = PATTERNS.stream()
                    .map(pattern -> pattern.matcher(whole))
                    .filter(matcher -> matcher.lookingAt())
                    .findFirst();
            if (known.isEmpty()) {
                return false;
            }
            rest = rest.substring(known.get().end());
        }
        return true;
    }

    private static List<Pattern> patterns() {
        List<Reply> replies = new ArrayList<>();
        try {
            for (Field field : Replies.class.getDeclaredFields()) {
                if (Modifier.isPublic(field.getModifiers())) {
                    replies.add((Reply) field.get(null));
                }
            }
            for (Method method : Replies.class.getDeclaredMethods()) {
                if (Modifier.isPublic(method.getModifiers())) {
                    replies.addAll(made(method));
                }
            }
        } catch (ReflectiveOperationException bug) {
            throw new AssertionError(bug);
        }
        return replies.stream()
                .map(reply -> Pattern.compile(Pattern.quote(reply.wire())
                        .replace(HOLE, "\\E[^\\r\\n]*?\\Q")
                        .replace("987654321", "\\E[0-9]+\\Q")))
                .toList();
    }

    private static List<Reply> made(Method method) throws ReflectiveOperationException {
        List<Reply> made = new ArrayList<>();
        for (Verb verb : Verb.values()) {
            for (boolean offered : new boolean[] {true, false}) {
                Object[] arguments = new Object[method.getParameterCount()];
                for (int i = 0; i < arguments.length; i++) {
                    arguments[i] = argument(method.getParameterTypes()[i], verb, offered);
                }
                made.add((Reply) method.invoke(null, arguments));
            }
        }
        return made;
    }

    private static Object argument(Class<?> type, Verb verb, boolean offered) {
        if (type == String.class) {
            return HOLE;
        } else if (type == Verb.class) {
            return verb;
        } else if (type == boolean.class) {
            return offered;
        } else if (type == Reply.class) {
            return Replies.ehlo(HOLE, Limit.atMost(987654321), offered);
        } else if (type == Limit.class) {
            return Limit.atMost(987654321);
        } else {
            return 987654321L;
        }
    }
}
