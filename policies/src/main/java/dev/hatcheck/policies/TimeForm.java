package dev.hatcheck.policies;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/** A time of at least a millisecond, as the prompts of the appliance write it, {@code 5m}, or with decimals. */
@Esa("T118495")
@Assumed("decimals: the appliance's times are whole seconds and more, and a test has not always as much")
record TimeForm() implements ValueForm<Duration> {
    private static final Pattern TIME = Pattern.compile("([0-9]{1,7}(?:\\.[0-9]{1,3})?)([smh]?)");

    @Override
    public Optional<Duration> read(String text) {
        var matcher = TIME.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        long unit = switch (matcher.group(2)) {
            case "m" -> Duration.ofMinutes(1).toMillis();
            case "h" -> Duration.ofHours(1).toMillis();
            default -> Duration.ofSeconds(1).toMillis();
        };
        long millis = new BigDecimal(matcher.group(1))
                .multiply(BigDecimal.valueOf(unit))
                .longValue();
        return millis == 0 ? Optional.empty() : Optional.of(Duration.ofMillis(millis));
    }

    @Override
    public String write(Duration value) {
        return BigDecimal.valueOf(value.toMillis(), 3).stripTrailingZeros().toPlainString();
    }

    @Override
    public String expected() {
        return "a time such as 0.5s, 90s, 5m or 1h";
    }

    @Override
    public boolean isNumber() {
        return true;
    }
}
