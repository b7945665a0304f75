package dev.hatcheck.cli.check;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What readers doubt, in the plainest words: a loop over the lines of a text, one thing on each. */
final class NaiveDoubts {
    private static final Set<String> KNOWN =
            Set.of("tls", "max_rcpts_per_msg", "spam_check", "smtp_banner_code", "bypass_ldap_accept");

    private final List<String> lines;
    private final List<String> found = new ArrayList<>();

    private NaiveDoubts(List<String> lines) {
        this.lines = lines;
    }

    /** Each {@code LINE SEVERITY code}, of a Host Access Table. */
    static List<String> ofHat(List<String> lines) {
        var doubts = new NaiveDoubts(lines);
        doubts.hat();
        return doubts.found;
    }

    /** The same of a Recipient Access Table. */
    static List<String> ofRat(List<String> lines) {
        var doubts = new NaiveDoubts(lines);
        doubts.rat();
        return doubts.found;
    }

    private void add(int place, String doubt) {
        found.add(place + 1 + " " + doubt);
    }

    private void hat() {
        Set<String> defined =
                lines.stream().filter(line -> line.startsWith("$")).collect(Collectors.toSet());
        Set<String> told = new HashSet<>();
        Set<String> members = new HashSet<>();
        boolean hasAll = false;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            String word = line.strip().replaceAll(" .*", "");
            boolean isIndented = line.startsWith("    ");
            if (word.isEmpty() || word.equals("#") || word.equals("}")) {
                continue;
            }
            if (line.startsWith("        ")) {
                parameter(i, word);
            } else if (word.startsWith("$")) {
                if (isIndented && !defined.contains(word) && told.add(word)) {
                    add(i, "NOTE policy-not-defined");
                }
            } else if (!isIndented && word.matches("(?i)all:?")) {
                hasAll = true;
            } else if (!isIndented && word.matches("[^:]+:")) {
                members.clear();
            } else if (word.matches("(?i)accept|relay|reject|tcprefuse|continue")) {
                if (word.equalsIgnoreCase("reject") && bannerCode(i).matches("[23]..")) {
                    add(i, "WARNING rejects-nobody");
                }
            } else {
                sender(i, word);
                if (isIndented && !members.add(meaning(word))) {
                    add(i, "NOTE duplicate");
                }
            }
        }
        if (!hasAll) {
            add(Math.max(0, lines.size() - 1), "WARNING no-all");
        }
    }

    private void parameter(int i, String keyword) {
        if (!KNOWN.contains(keyword.toLowerCase(Locale.ROOT))) {
            add(i, "WARNING unknown-parameter");
        }
    }

    /** The code in the block behind an action, or nothing. */
    private String bannerCode(int action) {
        if (!lines.get(action).endsWith("{")) {
            return "";
        }
        return lines.subList(action, lines.size()).stream()
                .takeWhile(line -> !line.equals("    }"))
                .filter(line -> line.matches("(?i) *smtp_banner_code = .*"))
                .map(line -> line.replaceAll("[^0-9]", ""))
                .findFirst()
                .orElse("");
    }

    private void sender(int i, String word) {
        if (word.matches("[^/]+/[0-9]+") && isNumeric(word)) {
            BigInteger written = number(padded(word.replaceAll("/.*", "")));
            if (!written.equals(range(word).getFirst())) {
                add(i, "WARNING bits-behind-prefix");
            }
        }
        if (word.matches("[A-Za-z0-9_-]*[A-Za-z][A-Za-z0-9_-]*\\.?")) {
            add(i, "WARNING one-label");
        }
    }

    private static boolean isNumeric(String word) {
        return word.matches("[0-9./-]+") || word.matches("[0-9a-fA-F:./-]+") && word.contains(":");
    }

    /** What a sender means, so that two spellings of the same are equal. */
    private static String meaning(String word) {
        if (isNumeric(word)) {
            return size(word) + " " + range(word);
        }
        String text = word.toLowerCase(Locale.ROOT).replaceAll("\\.(?=]?$)", "");
        if (text.startsWith("sbo:")) {
            return "sbo:" + Long.parseLong(text.substring(4));
        }
        return text.matches("sbrs\\[.*:.*")
                ? Stream.of(text.replaceAll("[^0-9:.-]", "").split(":"))
                        .map(score -> new BigDecimal(score).stripTrailingZeros().toPlainString())
                        .toList()
                        .toString()
                : text;
    }

    private static int size(String word) {
        return bytes(padded(word.replaceAll("[/-].*", ""))).length;
    }

    /** The first and the last address. */
    private static List<BigInteger> range(String word) {
        if (word.contains("/")) {
            String address = padded(word.replaceAll("/.*", ""));
            int open = 8 * bytes(address).length - Integer.parseInt(word.replaceAll(".*/", ""));
            BigInteger first = number(address).shiftRight(open).shiftLeft(open);
            return List.of(first, first.add(BigInteger.TWO.pow(open)).subtract(BigInteger.ONE));
        }
        if (word.contains(":")) {
            String[] ends = word.split("-");
            return List.of(number(ends[0]), number(ends[ends.length - 1]));
        }
        String[] ends = word.replaceAll("\\.$", "").split("-");
        String last = ends.length == 1 ? ends[0] : ends[0].replaceAll("[0-9]+$", ends[1]);
        return List.of(
                number(padded(ends[0])),
                number(Stream.of(last, "255", "255", "255")
                        .collect(Collectors.joining("."))
                        .replaceAll("^(([0-9]+\\.){3}[0-9]+).*", "$1")));
    }

    /** An address of IPv4 with the octets that were left out. */
    private static String padded(String address) {
        if (address.contains(":")) {
            return address;
        }
        String[] octets = Arrays.copyOf(address.split("\\."), 4);
        return Stream.of(octets).map(octet -> octet == null ? "0" : octet).collect(Collectors.joining("."));
    }

    private static BigInteger number(String address) {
        return new BigInteger(1, bytes(address));
    }

    /** No name is looked up, as these are addresses. */
    private static byte[] bytes(String address) {
        try {
            return InetAddress.getByName(address).getAddress();
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private void rat() {
        Set<String> recipients = new HashSet<>();
        for (int i = 0; i < lines.size(); i++) {
            String word = lines.get(i).strip().replaceAll(" .*", "");
            if (lines.get(i).startsWith("        ")) {
                parameter(i, word);
            } else if (!word.isEmpty() && !word.equals("#") && !word.equals("}")) {
                if (!recipients.add(word.toLowerCase(Locale.ROOT))) {
                    add(i, "WARNING duplicate");
                }
            }
        }
        if (!recipients.contains("all")) {
            add(Math.max(0, lines.size() - 1), "NOTE no-all");
        }
    }
}
