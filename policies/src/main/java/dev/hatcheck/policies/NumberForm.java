package dev.hatcheck.policies;

import java.util.Optional;
import java.util.regex.Pattern;

/** A bound written as a number, where {@code -1} (or 0, if so told) stands for none. */
record NumberForm(long least, boolean zeroIsUnlimited, int thousand) implements ValueForm<Limit> {
    private static final Pattern NUMBER = Pattern.compile("(-?[0-9]{1,12})([kKmM]?)");

    @Override
    public Optional<Limit> read(String text) {
        var matcher = NUMBER.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        long number = Long.parseLong(matcher.group(1));
        if (number == -1 || number == 0 && zeroIsUnlimited) {
            return Optional.of(Limit.UNLIMITED);
        }
        long amount = number * unit(matcher.group(2));
        return amount < least ? Optional.empty() : Optional.of(Limit.atMost(amount));
    }

    private long unit(String letter) {
        return switch (letter) {
            case "k", "K" -> thousand;
            case "m", "M" -> (long) thousand * thousand;
            default -> 1;
        };
    }

    @Override
    public String write(Limit value) {
        return switch (value) {
            case Limit.AtMost(long n) -> Long.toString(n);
            case Limit.Unlimited() -> zeroIsUnlimited ? "0" : "-1";
        };
    }

    @Override
    public String expected() {
        String amounts =
                thousand == 1024 ? "a number of bytes from " + least + ", as in 500k or 20M" : "a number from " + least;
        return amounts + ", or " + (zeroIsUnlimited ? "0" : "-1") + " for no limit";
    }

    @Override
    public boolean isNumber() {
        return true;
    }
}
