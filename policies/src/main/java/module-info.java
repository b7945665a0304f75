/** What an administrator configures, as values, and the texts that say it. */
module dev.hatcheck.policies {
    requires inet.ipaddr;

    exports dev.hatcheck.policies;
    exports dev.hatcheck.policies.address;
    exports dev.hatcheck.policies.text;
}
