package dev.hatcheck.engine.insight;

import dev.hatcheck.engine.ReverseDns;
import dev.hatcheck.policies.address.HostName;
import dev.hatcheck.policies.address.IpAddress;

/**
 * A host that is known to be there.
 *
 * @param name the name that leads to it
 * @param address one of its addresses
 * @param reverseDns what name a client of this address has, which may be another
 */
public record KnownHost(HostName name, IpAddress address, ReverseDns reverseDns) {}
