package dev.hatcheck.cli.probe;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** Whether every certificate of a path is valid now, its root included. */
final class DatesCheck {
    private DatesCheck() {}

    static Step step(List<X509Certificate> path, Instant now) {
        for (X509Certificate certificate : path) {
            Instant from = certificate.getNotBefore().toInstant();
            Instant until = certificate.getNotAfter().toInstant();
            if (now.isAfter(until)) {
                return broken(
                        certificate,
                        "expired at " + until + ", " + ago(until, now) + " ago",
                        "renew the certificate, and have the server use the new one");
            }
            if (now.isBefore(from)) {
                return broken(
                        certificate,
                        "is not valid before " + from + ", in " + ago(now, from),
                        "wait until the certificate is valid, or use one that is; see that this machine's clock is right");
            }
        }
        Instant end = path.stream()
                .map(certificate -> certificate.getNotAfter().toInstant())
                .min(Comparator.naturalOrder())
                .orElseThrow();
        return Step.passed(Stage.DATES, "all are valid until " + end + ", for " + ago(now, end) + " more");
    }

    private static Step broken(X509Certificate certificate, String how, String mend) {
        return new Step(Stage.DATES, Verdict.EXPIRED, Described.subject(certificate) + " " + how, mend);
    }

    private static String ago(Instant from, Instant until) {
        Duration time = Duration.between(from, until);
        long days = time.toDays();
        if (days > 0) {
            return days == 1 ? "1 day" : days + " days";
        }
        return time.toHours() == 1 ? "1 hour" : time.toHours() + " hours";
    }
}
