package dev.hatcheck.cli.input;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The forms in which a command gives its answer: one of them on standard output, others in files that options name. */
public final class Forms {
    private static final Path STANDARD_OUTPUT = Path.of("-");

    private final List<String> answers = new ArrayList<>();
    private final Map<String, Path> files = new LinkedHashMap<>();

    /** Wants the form of an option in a file, or with {@code -} as the answer. */
    public void want(String option, Path place) {
        if (place.equals(STANDARD_OUTPUT)) {
            answers.add(option);
        } else {
            files.put(option, place);
        }
    }

    /**
     * Looks before anything is done whether there is one answer.
     *
     * @param isJson whether the answer is wanted in JSON
     * @throws CommandFailure if several forms want standard output
     */
    public void check(boolean isJson) {
        var wanting = new ArrayList<String>();
        answers.forEach(option -> wanting.add(option + " -"));
        if (isJson) {
            wanting.add("--json");
        }
        if (wanting.size() > 1) {
            throw new CommandFailure(
                    ExitCode.BAD_INPUT,
                    "hatcheck: " + String.join(" and ", wanting)
                            + (wanting.size() == 2
                                    ? " both want standard output; name a file, or leave out the other"
                                    : " all want standard output; name files, or leave out the others"));
        }
    }

    /**
     * Answers, and then writes the files.
     *
     * @param usual the answer if no other form takes its place
     * @param forms what each option that may be wanted writes
     * @throws CommandFailure with every file that cannot be written; the answer is given all the same
     */
    public void give(PrintWriter out, Consumer<PrintWriter> usual, Map<String, Consumer<PrintWriter>> forms) {
        answers.stream().findFirst().map(forms::get).orElse(usual).accept(out);
        out.flush();
        var unwritten = new ArrayList<String>();
        files.forEach((option, file) -> {
            try {
                OutputFile.write(file, forms.get(option));
            } catch (CommandFailure unwritable) {
                unwritten.addAll(unwritable.lines());
            }
        });
        if (!unwritten.isEmpty()) {
            throw new CommandFailure(ExitCode.UNAVAILABLE, unwritten);
        }
    }
}
