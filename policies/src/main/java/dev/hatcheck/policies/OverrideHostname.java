package dev.hatcheck.policies;

/** Whether the banner of a policy names another host than that of the listener's interface. */
@Esa({"CLI801b", "UG912-16"})
public enum OverrideHostname {
    /** It names the host of {@code override_hostname}, or none if that is empty. */
    ON,
    /** It names the host of the interface. */
    OFF,
    /** It does as the listener's default policy parameters say, which by themselves override nothing. */
    DEFAULT
}
