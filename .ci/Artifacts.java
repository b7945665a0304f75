import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/** Looks into what was installed in a Maven repository, and tells all that its users, or Maven Central, would miss. */
final class Artifacts {
    private static final String GROUP = "dev/hatcheck";
    private static final String PARENT = "hatcheck";
    private static final Set<String> LIBRARIES = Set.of(
            "hatcheck-policies",
            "hatcheck-engine",
            "hatcheck-smtp-listener",
            "hatcheck-subethasmtp",
            "hatcheck-fixtures");

    /** What Maven Central asks of a POM, and the parent says for all. */
    private static final List<String> SAID_ONCE = List.of(
            "url", "licenses/license/name", "licenses/license/url", "developers/developer/name", "scm/url", "scm/connection");

    /** What it asks besides, and each says for itself. */
    private static final List<String> SAID_BY_EACH = List.of("name", "description");

    private final Path group;
    private final XPath xpath = XPathFactory.newInstance().newXPath();
    private final List<String> faults = new ArrayList<>();

    private Artifacts(Path repository) {
        this.group = repository.resolve(GROUP);
    }

    public static void main(String[] arguments) throws Exception {
        var artifacts = new Artifacts(Path.of(arguments[0]));
        artifacts.look();
        artifacts.faults.forEach(System.err::println);
        if (!artifacts.faults.isEmpty()) {
            System.exit(1);
        }
        System.out.printf("%d artifacts with sources, Javadoc, a module name and a complete POM%n", LIBRARIES.size());
    }

    private void look() throws Exception {
        var found = new TreeSet<String>();
        try (var folders = Files.newDirectoryStream(group, Files::isDirectory)) {
            folders.forEach(folder -> found.add(folder.getFileName().toString()));
        }
        var expected = new TreeSet<>(LIBRARIES);
        expected.add(PARENT);
        expect(found.equals(expected), "installed are " + found + ", expected " + expected);

        Document parent = pom(PARENT);
        expectSaid(PARENT, parent, SAID_ONCE);
        expectSaid(PARENT, parent, SAID_BY_EACH);
        expect(
                text(parent, "version").endsWith("-SNAPSHOT")
                        || !text(parent, "properties/hatcheck.home").endsWith(".example"),
                PARENT + ": a release needs the repository's address as hatcheck.home in pom.xml");
        for (String name : new TreeSet<>(LIBRARIES)) {
            expectSaid(name, pom(name), SAID_BY_EACH);
            lookAtJars(name);
        }
    }

    private void lookAtJars(String name) throws IOException {
        var main = jar(name, "");
        var sourceJar = jar(name, "-sources");
        var javadocJar = jar(name, "-javadoc");
        if (main.isEmpty() || sourceJar.isEmpty() || javadocJar.isEmpty()) {
            return;
        }
        var module = ModuleFinder.of(main.get()).findAll().iterator().next().descriptor();
        try (var classes = new JarFile(main.get().toFile());
                var sources = new JarFile(sourceJar.get().toFile());
                var javadoc = new JarFile(javadocJar.get().toFile())) {
            String declared = classes.getManifest().getMainAttributes().getValue("Automatic-Module-Name");
            expect(!module.isAutomatic() || declared != null, name + ": its module is named by the file alone");
            expect(
                    module.name().startsWith("dev.hatcheck."),
                    name + ": its module is " + module.name() + ", not below dev.hatcheck");
            classes.stream()
                    .map(entry -> entry.getName())
                    .filter(entry -> entry.endsWith(".class") && !entry.contains("$"))
                    .map(entry -> entry.replace(".class", ".java"))
                    .filter(source -> sources.getEntry(source) == null)
                    .forEach(source -> faults.add(name + "-sources: " + source + " is missing"));
            expect(javadoc.getEntry("index.html") != null, name + "-javadoc: index.html is missing");
            packages(classes, module)
                    .map(folder -> folder + "/package-summary.html")
                    .filter(page -> javadoc.getEntry(page) == null)
                    .forEach(page -> faults.add(name + "-javadoc: " + page + " is missing"));
        }
    }

    /** The folders of the packages that others may use. */
    private static Stream<String> packages(JarFile classes, ModuleDescriptor module) {
        var open = module.isAutomatic()
                ? module.packages().stream()
                : module.exports().stream().filter(exports -> !exports.isQualified()).map(exports -> exports.source());
        return open.map(name -> name.replace('.', '/')).filter(folder -> holdsPublic(classes, folder));
    }

    /** Whether Javadoc has anything to say about a package: folders of resources count as packages too. */
    private static boolean holdsPublic(JarFile classes, String folder) {
        return classes.stream().anyMatch(entry -> entry.getName().matches(folder + "/[^/$]+\\.class"));
    }

    private Optional<Path> jar(String name, String classifier) throws IOException {
        var jar = only(name, classifier + ".jar");
        expect(jar.isPresent(), name + ": no " + name + "-VERSION" + classifier + ".jar was installed");
        return jar;
    }

    private Document pom(String name) throws Exception {
        Path pom = only(name, ".pom").orElseThrow(() -> new IOException(name + ": no POM was installed"));
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(pom.toFile());
    }

    /** The one file of the artifact that ends so, whatever its version. */
    private Optional<Path> only(String name, String end) throws IOException {
        try (var files = Files.walk(group.resolve(name))) {
            return files.filter(file -> file.getFileName().toString().matches(name + "-[0-9][0-9.]*(-SNAPSHOT)?" + end))
                    .findFirst();
        }
    }

    private void expectSaid(String name, Document pom, List<String> wanted) throws Exception {
        for (String path : wanted) {
            expect(!text(pom, path).isBlank(), name + ": the POM has no " + path);
        }
    }

    private String text(Document pom, String path) throws Exception {
        var nodes = (NodeList) xpath.evaluate("/project/" + path, pom, XPathConstants.NODESET);
        return nodes.getLength() == 0 ? "" : nodes.item(0).getTextContent();
    }

    private void expect(boolean holds, String fault) {
        if (!holds) {
            faults.add(fault);
        }
    }
}
