package dev.hatcheck.engine.insight;

/** How much a finding matters, what matters most first. */
public enum Severity {
    /** Strangers may do what only the administrator's own hosts should. */
    ERROR,
    /** The table does not do what it seems to. */
    WARNING,
    /** Good to know. */
    NOTE
}
