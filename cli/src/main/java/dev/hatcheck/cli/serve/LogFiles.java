package dev.hatcheck.cli.serve;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;

/** The files of a mail log in a folder; links and folders of such a name are none of them, and are left alone. */
record LogFiles(Path folder) {
    /** Makes the folder unless it is there. */
    void makeFolder() throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder);
        }
    }

    Path at(LogFileName name) {
        return folder.resolve(name.toString());
    }

    /**
     * The name for a file that is begun now: a free one, and behind those of all others in order.
     *
     * <p>Names run ahead of the clock when files fill within a second or the clock goes back. One that is a day
     * ahead is a clock's mistake, which is not followed.
     */
    LogFileName next(LocalDateTime now) throws IOException {
        LogFileName mistaken = LogFileName.current(now.plusDays(1));
        LogFileName next = names().stream()
                .filter(name -> name.compareTo(mistaken) < 0)
                .max(Comparator.naturalOrder())
                .map(LogFileName::next)
                .filter(behind -> behind.compareTo(LogFileName.current(now)) > 0)
                .orElse(LogFileName.current(now));
        while (exists(at(next)) || exists(at(next.full()))) {
            next = next.next();
        }
        return next;
    }

    /** Those that were written to last, by whomever. */
    List<LogFileName> current() throws IOException {
        return names().stream().filter(LogFileName::isCurrent).toList();
    }

    /** Gives a current file the name of a full one, unless it is gone. */
    void close(LogFileName name) throws IOException {
        if (exists(at(name))) {
            Files.move(at(name), at(name.full())); // never onto another
        }
    }

    /** Leads the link to a file; at no time is there none. */
    void link(LogFileName name) throws IOException {
        Path link = folder.resolve(LogFileName.LINK);
        if (exists(link) && !Files.isSymbolicLink(link)) {
            throw new FileSystemException(link.toString(), null, "it is no link, so it is left alone");
        }
        Path next = folder.resolve(LogFileName.LINK + ".new");
        Files.deleteIfExists(next);
        Files.createSymbolicLink(next, Path.of(name.toString()));
        Files.move(next, link, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Deletes the oldest full files until no more than these are left. */
    void keep(int count) throws IOException {
        List<LogFileName> full =
                names().stream().filter(name -> !name.isCurrent()).sorted().toList();
        for (LogFileName oldest : full.subList(0, Math.max(0, full.size() - count))) {
            Files.deleteIfExists(at(oldest));
        }
    }

    private List<LogFileName> names() throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .flatMap(file -> LogFileName.of(file).stream())
                    .toList();
        }
    }

    private static boolean exists(Path file) {
        return Files.exists(file, LinkOption.NOFOLLOW_LINKS);
    }
}
