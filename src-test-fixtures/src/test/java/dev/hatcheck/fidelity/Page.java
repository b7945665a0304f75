package dev.hatcheck.fidelity;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes {@code docs/fidelity.md}. */
final class Page {
    static final Path FILE = Project.DOCS.resolve("fidelity.md");

    private static final String INTRODUCTION = """
            # Fidelity

            What is known of the appliance and built here, what shows that it is, and what had to be assumed. Everything that
            imitates the appliance says in the code where it comes from, and this page is made of that: `@Esa` names documents
            and logs of the [sources](sources.md), `@Rfc` a rule of the protocol, `@Assumed` the reason for a choice that no
            source proves. What shows a fact is a test or a [transcript](transcripts.md) that fails when the fact is no longer
            so; of several transcripts it is the shortest. A source followed by * proves a part; the rest is
            [assumed](#assumptions).

            The page is not written by hand: see [CONTRIBUTING](../CONTRIBUTING.md).
            """;

    private final SourceList sources;
    private final Links links = new Links();

    private Page(SourceList sources) {
        this.sources = sources;
    }

    static String of(Fidelity fidelity, SourceList sources) {
        return new Page(sources).text(fidelity.built(), fidelity.sessions());
    }

    private String text(List<Built> built, List<Played> sessions) {
        var text = new StringBuilder(INTRODUCTION);
        for (Topic topic : Topic.values()) {
            facts(
                            topic,
                            acting(built)
                                    .filter(it -> Topic.of(it.cited()) == topic)
                                    .toList())
                    .ifPresent(text::append);
        }
        return text.append(assumptions(acting(built)))
                .append(idle(built))
                .append(sessions(sessions))
                .append('\n')
                .append(links.definitions())
                .toString();
    }

    private static Stream<Built> acting(List<Built> built) {
        return built.stream().filter(it -> !it.isIdle());
    }

    private Optional<String> facts(Topic topic, List<Built> built) {
        String rows = built.stream()
                .filter(it -> it.cited().citations().isFact())
                .map(it -> row(
                        what(it.cited()), where(it.cited()), source(it.cited().citations()), shown(it)))
                .collect(Collectors.joining());
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of("\n## " + topic.title() + "\n\n| what | where | source | shown by |\n|---|---|---|---|\n"
                        + rows);
    }

    private String assumptions(Stream<Built> built) {
        return "\n## Assumptions\n\n| what | why | where | shown by |\n|---|---|---|---|\n"
                + built.sorted(Comparator.comparing(it -> Topic.of(it.cited())))
                        .flatMap(it -> it.cited().citations().assumed().stream()
                                .map(why -> row(what(it.cited()), Markdown.cell(why), where(it.cited()), shown(it))))
                        .collect(Collectors.joining());
    }

    private String idle(List<Built> built) {
        return "\n## Known, and without effect\n\nRead, kept and written back, with a warning that they do nothing yet.\n\n"
                + "| what | where | source |\n|---|---|---|\n"
                + built.stream()
                        .filter(Built::isIdle)
                        .map(it -> row(
                                what(it.cited()),
                                where(it.cited()),
                                source(it.cited().citations())))
                        .collect(Collectors.joining());
    }

    private String sessions(List<Played> sessions) {
        var byFeature = sessions.stream()
                .collect(Collectors.groupingBy(
                        Played::feature, TreeMap::new, Collectors.mapping(this::session, Collectors.joining())));
        return "\n## Sessions\n\nWhat each transcript shows, and by which source.\n"
                + byFeature.entrySet().stream()
                        .map(it ->
                                "\n### " + it.getKey() + "\n\n| session | what it shows |\n|---|---|\n" + it.getValue())
                        .collect(Collectors.joining());
    }

    private String session(Played played) {
        return row(shown(Evidence.Test.of(played.file())), Markdown.plain(played.summary()));
    }

    private static String row(String... cells) {
        return "| " + String.join(" | ", cells) + " |\n";
    }

    private static String what(Cited cited) {
        String words = Parameters.of(cited)
                .map(Parameters::described)
                .or(() -> cited.saying().map(Markdown::saying))
                .orElseGet(() -> Markdown.code(cited.value()));
        return Stream.of(Markdown.cell(cited.sentence()), words)
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(": "))
                + Markdown.cases(cited.cases());
    }

    private String where(Cited cited) {
        String file = cited.file().getFileName().toString();
        return links.to(cited.name(), file.substring(0, file.lastIndexOf('.')), Markdown.target(cited.file()));
    }

    private String source(Citations citations) {
        Stream<String> esa = citations.esa().stream().map(this::source);
        Stream<String> rfc = citations.rfc().stream().map(it -> links.to("RFC " + it, Rfcs.address(it)));
        String named = Stream.concat(esa, rfc).collect(Collectors.joining(", "));
        return citations.isFact()
                ? named + citations.assumed().map(why -> " *").orElse("")
                : citations
                        .assumed()
                        .map(why -> "assumed: " + Markdown.cell(why))
                        .orElseThrow();
    }

    private String source(String key) {
        SourceList.Source source = sources.of(key);
        return links.to(
                key, "sources.md#" + source.anchor() + " \"" + source.title().replace("\"", "'") + "\"");
    }

    private String shown(Built built) {
        return built.evidence().stream().map(this::shown).collect(Collectors.joining("; "));
    }

    private String shown(Evidence evidence) {
        return switch (evidence) {
            case Evidence.Test(var sentence, var file) -> links.to(sentence, Markdown.target(file));
            case Evidence.Unseen(var why) -> "cannot be seen: " + Markdown.cell(why);
        };
    }
}
