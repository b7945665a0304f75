package dev.hatcheck.policies;

/** Which way a listener looks. */
@Esa("T215912")
public enum ListenerType {
    /** Takes mail from the Internet for the recipients of its RAT. */
    PUBLIC,
    /** Takes mail from inside for anybody; has no RAT. */
    PRIVATE
}
