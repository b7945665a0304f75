package dev.hatcheck.cli;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** Which Hatcheck this is: what its jar says, or that it runs from classes that are in no jar. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        String version = Optional.ofNullable(Main.class.getPackage().getImplementationVersion())
                .orElse("development");
        return new String[] {"hatcheck " + version};
    }
}
