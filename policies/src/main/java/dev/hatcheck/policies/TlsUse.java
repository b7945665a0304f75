package dev.hatcheck.policies;

/** Whether a mail flow policy offers TLS to the client, and whether it insists. */
@Esa({"CLI801b", "UG100-25"})
public enum TlsUse {
    /** STARTTLS is not known. */
    OFF("off"),
    /** STARTTLS is offered, mail in clear is taken. */
    PREFERRED("on"),
    /** STARTTLS is offered, mail in clear is refused. */
    REQUIRED("required");

    private final String written;

    TlsUse(String written) {
        this.written = written;
    }

    /** The value as the table spells it: {@code off}, {@code on} or {@code required}. */
    public String written() {
        return written;
    }

    /** Whether the client may begin TLS. */
    public boolean isOffered() {
        return switch (this) {
            case OFF -> false;
            case PREFERRED, REQUIRED -> true;
        };
    }

    /** Whether the client must. */
    public boolean isRequired() {
        return switch (this) {
            case OFF, PREFERRED -> false;
            case REQUIRED -> true;
        };
    }
}
