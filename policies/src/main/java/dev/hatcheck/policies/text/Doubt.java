package dev.hatcheck.policies.text;

import dev.hatcheck.policies.ListenerParameters;
import dev.hatcheck.policies.ListenerType;
import dev.hatcheck.policies.Origin;
import dev.hatcheck.policies.ValueForm;
import dev.hatcheck.policies.spelling.NearNames;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a reader doubts although it goes on; each kind says its piece in words for an administrator. */
public sealed interface Doubt {
    /** What is so, a sentence without its full stop. */
    String message();

    /** What to do about it, likewise. */
    String mend();

    /** The end of the message where the reader has a guess, as in {@code ; did you mean tls?}; else nothing. */
    default String question() {
        return "";
    }

    /** A parameter that is known, and does nothing yet. */
    record NotEnforced(String keyword) implements Doubt {
        @Override
        public String message() {
            return message(List.of(keyword));
        }

        /** The parameters that warnings tell of, each once, by the names of the files that have them. */
        public static Map<String, List<String>> byFile(List<Warning> warnings) {
            Map<String, List<String>> keywords = new LinkedHashMap<>();
            for (Warning warning : warnings) {
                if (warning.doubt() instanceof NotEnforced(var keyword)) {
                    List<String> ofFile =
                            keywords.computeIfAbsent(warning.origin().file(), file -> new ArrayList<>());
                    if (!ofFile.contains(keyword)) {
                        ofFile.add(keyword);
                    }
                }
            }
            return keywords;
        }

        /** What is told of several of a file together, at least one. */
        public static String line(String file, List<String> keywords) {
            return file + ": warning: " + message(keywords);
        }

        /** The same of several, at least one. */
        public static String message(List<String> keywords) {
            return String.join(", ", keywords)
                    + (keywords.size() == 1
                            ? " is kept, but not enforced yet: it does nothing"
                            : " are kept, but not enforced yet: they do nothing");
        }

        @Override
        public String mend() {
            return "nothing, if the appliance is to have it; do not expect it of tests";
        }
    }

    /** A parameter that is not known, and perhaps one that is known and as good as spelled like it. */
    record UnknownParameter(String keyword, Optional<String> near) implements Doubt {
        @Override
        public String message() {
            return "the parameter " + Shown.of(keyword) + " is not known: it is kept, and does nothing";
        }

        @Override
        public String mend() {
            return near.map(known -> "write " + known + ", if that is meant")
                    .orElse("look whether it is spelled well; if the appliance knows it, do not expect it of tests");
        }

        @Override
        public String question() {
            return NearNames.question(near);
        }
    }

    /** A Host Access Table without {@code ALL}, or with nothing at all. */
    record NoAll(boolean isEmpty) implements Doubt {
        @Override
        public String message() {
            return (isEmpty ? "the table has no group and no entry" : "the table has no ALL")
                    + ": the default of the listener applies, ACCEPT if it is public and REJECT if it is private";
        }

        @Override
        public String mend() {
            return "end the table with ALL and what is to become of everybody else";
        }
    }

    /** A Recipient Access Table without {@code ALL}, or with nothing at all. */
    record NoAllRecipients(boolean isEmpty) implements Doubt {
        @Override
        public String message() {
            return isEmpty
                    ? "the table has no entry: every recipient is rejected"
                    : "the table has no ALL: recipients that no entry names are rejected";
        }

        @Override
        public String mend() {
            return "end the table with ALL REJECT, if that is meant";
        }
    }

    /** A block whose address lies inside of it, and what is read instead. */
    record BitsBehindPrefix(String written, String block) implements Doubt {
        @Override
        public String message() {
            return Shown.of(written) + " has bits behind its prefix length, which do not count: it is read as " + block;
        }

        @Override
        public String mend() {
            return "write " + block + ", or the length that is meant";
        }
    }

    /** A host name of one label, and perhaps an action that is spelled much like it. */
    record OneLabel(String written, Optional<String> near) implements Doubt {
        @Override
        public String message() {
            return Shown.of(written) + " is a host name of one label, which DNS hardly ever answers";
        }

        @Override
        public String mend() {
            return near.map(action -> "write " + action + ", if that is meant")
                    .orElse("write the name with its domain");
        }

        @Override
        public String question() {
            return NearNames.question(near);
        }
    }

    /** The name of a group that readers of mail logs do not take for one. */
    record UnreadableName(String group) implements Doubt {
        @Override
        public String message() {
            return "programs that read mail logs expect letters, digits and underscores in the name of a group, not "
                    + Shown.of(group);
        }

        @Override
        public String mend() {
            return "name it with letters, digits and _";
        }
    }

    /** A sender that stands in its group before, perhaps in another spelling. */
    record SenderTwice(String written, String first, Origin firstPlace) implements Doubt {
        @Override
        public String message() {
            return Shown.of(written) + " stands twice in its group and is dropped; the first, " + Shown.of(first)
                    + ", is on line " + firstPlace.line();
        }

        @Override
        public String mend() {
            return "leave one of the two out";
        }
    }

    /** A recipient that stands in the table before. */
    record RecipientTwice(String written, Origin firstPlace) implements Doubt {
        @Override
        public String message() {
            return Shown.of(written) + " is never reached: the same recipient stands on line " + firstPlace.line();
        }

        @Override
        public String mend() {
            return "leave one of the two out";
        }
    }

    /** A policy that is used and not defined, but comes with every listener. */
    record PolicyNotDefined(String policy) implements Doubt {
        @Override
        public String message() {
            return "the policy " + Shown.of(policy)
                    + " is not defined here: the one that every listener comes with is taken";
        }

        @Override
        public String mend() {
            return "define it in the table, so that it says what happens";
        }
    }

    /** The code of a banner, in a policy that rejects, with which nobody is rejected. */
    record RejectsNobody(String code) implements Doubt {
        @Override
        public String message() {
            return "the smtp_banner_code " + code + " rejects nobody: this policy sends "
                    + ListenerParameters.HAT_DEFAULT_REJECT_BANNER_CODE.builtIn(ListenerType.PUBLIC);
        }

        @Override
        public String mend() {
            return "write " + ValueForm.REJECT_CODE.expected();
        }

        @Override
        public String question() {
            return "; " + mend();
        }
    }

    /** A response to a recipient that is accepted. */
    record ResponseNotGiven() implements Doubt {
        @Override
        public String message() {
            return "a response to a recipient that is accepted is kept, but not given yet";
        }

        @Override
        public String mend() {
            return "nothing, if the appliance is to give it; do not expect it of tests";
        }
    }
}
