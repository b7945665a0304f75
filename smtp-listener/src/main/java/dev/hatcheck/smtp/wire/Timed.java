package dev.hatcheck.smtp.wire;

/** Somebody who must not be kept waiting for ever. */
interface Timed {
    /** The moment, in the ticker's nanoseconds, at which time is up; {@link Deadlines#NEVER} if there is none. */
    long deadline();

    /** Time is up: the deadline has come. */
    void late();
}
