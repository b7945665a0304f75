package dev.hatcheck.cli.serve;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The file of a mail log that is written to, up to a size.
 *
 * <p>It is locked, so that no other gateway takes it for one that was left behind. Not safe for threads.
 */
final class CurrentLog {
    private final LogFiles files;
    private final LogFileName name;
    private final WholeLines lines;
    private final long bound;
    private final int head;
    private long limit;

    private CurrentLog(LogFiles files, LogFileName name, WholeLines lines, long bound, int head) {
        this.files = files;
        this.name = name;
        this.lines = lines;
        this.bound = bound;
        this.head = head;
        this.limit = bound;
    }

    /** Makes a file whose name is free, and writes what it begins with. */
    static CurrentLog begin(LogFiles files, LogFileName name, byte[] head, long bound) throws IOException {
        Path file = files.at(name);
        var channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try {
            isHeld(channel); // it is new, so this locks it
            var log = new CurrentLog(files, name, new WholeLines(channel, false), bound, head.length);
            log.write(head, 0, head.length);
            return log;
        } catch (IOException full) {
            channel.close();
            Files.delete(file);
            throw full;
        }
    }

    /** Whether a gateway that still runs writes to this file. */
    static boolean isHeld(Path file) throws IOException {
        try (var other = FileChannel.open(file, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS)) {
            return isHeld(other);
        }
    }

    /** Whether the lock is another's; if not, it is this channel's from now on. */
    private static boolean isHeld(FileChannel channel) {
        try {
            return channel.tryLock() == null;
        } catch (OverlappingFileLockException heldByThisProcess) {
            return true;
        } catch (IOException noLocks) {
            return false; // some network file systems have none; a log is worth more than its lock
        }
    }

    LogFileName name() {
        return name;
    }

    /** Whether it has only what it began with. */
    boolean isFresh() {
        return lines.size() <= head;
    }

    /** Whether the file still has its name. */
    boolean isInPlace() {
        return Files.exists(files.at(name), LinkOption.NOFOLLOW_LINKS);
    }

    /** How many bytes more it may take; 0 if it has reached its size. */
    long room() {
        return Math.max(0, limit - lines.size());
    }

    /** Lets it grow by its size once more. */
    void extend() {
        limit = lines.size() + bound;
    }

    /** Writes a part of the bytes, which are lines. */
    void write(byte[] bytes, int from, int end) throws IOException {
        lines.write(bytes, from, end);
    }

    void close() throws IOException {
        lines.close();
    }
}
