package dev.hatcheck.cli.demo;

import dev.hatcheck.policies.Esa;
import dev.hatcheck.policies.address.HostName;
import dev.hatcheck.policies.address.IpAddress;
import java.util.List;

/**
 * A host that connects in the demo.
 *
 * @param name what its reverse look-up says
 * @param address where it connects from
 * @param coverage how the table must take it for one of CRES
 */
record Host(HostName name, IpAddress address, Coverage coverage) {
    /** By what a host is known for one of CRES. */
    enum Coverage {
        /** Its address is in a network of the table, whatever DNS says. */
        BY_ADDRESS,
        /** Its verified name is below a domain of the table, and nothing else tells. */
        BY_NAME,
        /** Nothing: for the table it is anybody. */
        NONE
    }

    /** The hosts of CRES as its documentation lists them. */
    @Esa("T118539")
    static final List<Host> CRES = List.of(
            host("res.cisco.com", "184.94.241.74", Coverage.NONE),
            host("mxnat1.res.cisco.com", "208.90.57.32", Coverage.BY_ADDRESS),
            host("mxnat2.res.cisco.com", "208.90.57.33", Coverage.BY_ADDRESS),
            host("mxnat3.res.cisco.com", "184.94.241.96", Coverage.BY_NAME),
            host("mxnat4.res.cisco.com", "184.94.241.97", Coverage.BY_NAME),
            host("mxnat5.res.cisco.com", "184.94.241.98", Coverage.BY_NAME),
            host("mxnat6.res.cisco.com", "184.94.241.99", Coverage.BY_NAME),
            host("mxnat7.res.cisco.com", "208.90.57.34", Coverage.BY_ADDRESS),
            host("mxnat8.res.cisco.com", "208.90.57.35", Coverage.BY_ADDRESS),
            host("esa1.cres.iphmx.com", "68.232.140.79", Coverage.BY_NAME),
            host("esa2.cres.iphmx.com", "68.232.140.57", Coverage.BY_NAME),
            host("esa3.cres.iphmx.com", "68.232.135.234", Coverage.BY_NAME),
            host("esa4.cres.iphmx.com", "68.232.135.235", Coverage.BY_NAME));

    /** Which of them tries what a gateway shows. */
    static final Host CRES_TESTER = CRES.get(1);

    /** Somebody else. */
    static final Host ORDINARY = host("mail.example.org", "198.51.100.25", Coverage.NONE);

    private static Host host(String name, String address, Coverage coverage) {
        return new Host(new HostName(name), IpAddress.read(address).orElseThrow(), coverage);
    }
}
