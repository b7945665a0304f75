package dev.hatcheck.policies;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/** A time of at least a second, as the prompts of the appliance write it: {@code 5m}. */
@Esa("T118495")
record TimeForm() implements ValueForm<Duration> {
    private static final Pattern TIME = Pattern.compile("([0-9]{1,7})([smh]?)");

    @Override
    public Optional<Duration> read(String text) {
        var matcher = TIME.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        long number = Long.parseLong(matcher.group(1));
        Duration time = switch (matcher.group(2)) {
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            default -> Duration.ofSeconds(number);
        };
        return time.isZero() ? Optional.empty() : Optional.of(time);
    }

    @Override
    public String write(Duration value) {
        return Long.toString(value.toSeconds());
    }

    @Override
    public String expected() {
        return "a time such as 90s, 5m or 1h";
    }

    @Override
    public boolean isNumber() {
        return true;
    }
}
