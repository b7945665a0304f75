package dev.hatcheck.fidelity;

import java.nio.file.Path;

/** What shows that something is built: it fails when that is no longer so. */
sealed interface Evidence {
    /** A transcript, a test or a file with what its reader says of it. */
    record Test(String sentence, Path file) implements Evidence {
        /** A file whose name is the sentence. */
        static Test of(Path file) {
            String name = file.getFileName().toString();
            return new Test(name.substring(0, name.lastIndexOf('.')).replace('-', ' '), file);
        }
    }

    /** Whether it is a transcript, of which can be said what it shows. */
    static boolean isTranscript(Evidence evidence) {
        return evidence instanceof Test(var sentence, var file)
                && file.toString().endsWith(".smtp");
    }

    /** Nothing can: a client, the log and the caller see no difference. */
    record Unseen(String why) implements Evidence {}
}
