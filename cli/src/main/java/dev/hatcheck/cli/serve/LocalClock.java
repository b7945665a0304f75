package dev.hatcheck.cli.serve;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;

/**
 * The clock of this machine, in its zone.
 *
 * <p>{@link Clock#systemDefaultZone} looks the zone up at once, for which every jar is searched for zones of others: a
 * tenth of a start. Here whoever needs the zone looks it up.
 */
final class LocalClock extends Clock {
    @Override
    public ZoneId getZone() {
        return ZoneId.systemDefault();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.system(zone);
    }

    @Override
    public long millis() {
        return System.currentTimeMillis();
    }

    @Override
    public Instant instant() {
        return Instant.ofEpochMilli(millis());
    }
}
