package dev.hatcheck.policies;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * How the value of a setting is written in text.
 *
 * <p>What {@link #write} makes, {@link #read} reads back to the same value. Forms are stateless.
 */
public interface ValueForm<T> {
    /** The value of a text, or nothing if the text is not of this form. */
    Optional<T> read(String text);

    /** The canonical text of a value, without quotes. */
    String write(T value);

    /** What a reader of an error message should write instead, as in {@code "on" or "off"}. */
    String expected();

    /** Whether the value is a number where software reads it. */
    default boolean isNumber() {
        return false;
    }

    /** A number of bytes from 1 KiB, with {@code k} or {@code M} for units of 1,024; {@code -1} stands for no bound. */
    @Esa("UG140")
    ValueForm<Limit> SIZE = new NumberForm(1024, false, 1024);

    /** A count from 1, with {@code k} for thousands; {@code -1} stands for no bound. */
    @Esa("CLI97")
    ValueForm<Limit> COUNT = new NumberForm(1, false, 1000);

    /** A count from 0, where 0 stands for no bound, as {@code -1} does. */
    ValueForm<Limit> COUNT_OR_ZERO = new NumberForm(0, true, 1000);

    /** {@code on} or {@code off}. */
    ValueForm<Boolean> SWITCH = new WordForm<>(Map.of("on", true, "off", false), "\"on\" or \"off\"");

    /** {@code on}, {@code off} or {@code default}. */
    @Esa("CLI801b")
    ValueForm<OverrideHostname> OVERRIDE_HOSTNAME = new WordForm<>(
            Map.of("on", OverrideHostname.ON, "off", OverrideHostname.OFF, "default", OverrideHostname.DEFAULT),
            "\"on\", \"off\" or \"default\"");

    /** {@code off}, {@code on} or {@code required}; {@code preferred} is read as {@code on}. */
    @Esa("CLI801b")
    ValueForm<TlsUse> TLS = new TlsForm();

    /** {@code on}, {@code off} or {@code allow}. */
    ValueForm<CleanSmtp> CLEAN_SMTP = new WordForm<>(
            Map.of("on", CleanSmtp.ON, "off", CleanSmtp.OFF, "allow", CleanSmtp.ALLOW), "\"on\", \"off\" or \"allow\"");

    /** A reply code of three digits. */
    ValueForm<String> REPLY_CODE = new PatternForm("[2-5][0-9][0-9]", "a reply code of three digits", true);

    /** A code of three digits that says no. */
    ValueForm<String> REJECT_CODE = new PatternForm("[45][0-9][0-9]", "a reply code from 400 to 599", true);

    /** A host name, or nothing. */
    ValueForm<String> HOST_OR_NOTHING =
            new PatternForm("[A-Za-z0-9._:\\[\\]-]{0,255}", "a host name, or nothing", false);

    /** A text of one line or more. */
    ValueForm<String> LINES = new LinesForm();

    /** Any text. */
    ValueForm<String> TEXT = new PatternForm("(?s).*", "a text", false);

    /** A time in seconds, or with one of the units {@code s}, {@code m} and {@code h}. */
    ValueForm<Duration> TIME = new TimeForm();
}
