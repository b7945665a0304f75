package dev.hatcheck.policies;

/** Says that a setting given as text cannot be used, and why, in words for whoever gave it. */
public final class SettingException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public SettingException(String message) {
        super(message);
    }
}
