package dev.hatcheck.cli.demo;

import dev.hatcheck.engine.connect.Explanation;

/**
 * What became of one host.
 *
 * @param host who connected
 * @param explanation why the table treats it so
 * @param withoutName how the table treats it when its reverse look-up finds nothing
 * @param inClear the reply that settled it in clear: the first refusal, or that the message is accepted
 * @param overTls the same over TLS
 */
record Scene(Host host, Explanation explanation, Explanation withoutName, String inClear, String overTls) {
    /** Whether one of the senders of the group covers the host. */
    boolean isCovered() {
        return isCres(explanation);
    }

    /** Whether that is so only because its reverse look-up works. */
    boolean dependsOnName() {
        return isCres(explanation) && !isCres(withoutName);
    }

    private static boolean isCres(Explanation explanation) {
        return explanation.admission().group().filter(World.CRES::equals).isPresent();
    }

    /** Whether the gateway did what the table is for. */
    boolean isAsItMustBe() {
        return switch (host.coverage()) {
            case BY_ADDRESS -> isCovered() && !dependsOnName() && needsTls();
            case BY_NAME -> isCovered() && dependsOnName() && needsTls();
            case NONE -> !isCovered() && inClear.startsWith("250 ok:") && overTls.startsWith("500 ");
        };
    }

    private boolean needsTls() {
        return inClear.startsWith("530 ") && overTls.startsWith("250 ok:");
    }
}
