/** Addresses of hosts and people, as the wire and the tables write them. */
package dev.hatcheck.policies.address;
