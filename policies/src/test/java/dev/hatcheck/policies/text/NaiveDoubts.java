package dev.hatcheck.policies.text;

import dev.hatcheck.policies.Origin;
import dev.hatcheck.policies.address.IpAddress;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What readers doubt, in the plainest words: a loop over the lines of a text, one thing on each. */
final class NaiveDoubts {
    /** What the text is called. */
    static final String FILE = "drawn";

    private static final Set<String> ENFORCED = Set.of("tls", "max_rcpts_per_msg", "smtp_banner_code");
    private static final Set<String> OF_RECIPIENTS = Set.of("smtp_response_code", "smtp_response_text");
    private static final Set<String> NOT_ENFORCED = Set.of("spam_check", "bypass_ldap_accept");
    /** Of the words that are drawn, those that are nearly others. */
    private static final Map<String, String> NEAR = Map.of("tsl", "tls", "acept", "ACCEPT");

    private final List<String> lines;
    private final List<Warning> found = new ArrayList<>();
    private final Set<String> toldNotEnforced = new HashSet<>();

    private NaiveDoubts(String text) {
        this.lines = List.of(text.split("\n", -1));
    }

    /** The warnings about a Host Access Table, in the order of their places. */
    static List<Warning> ofHat(String text) {
        var doubts = new NaiveDoubts(text);
        doubts.hat();
        return doubts.inOrder();
    }

    /** The same of a Recipient Access Table. */
    static List<Warning> ofRat(String text) {
        var doubts = new NaiveDoubts(text);
        doubts.rat();
        return doubts.inOrder();
    }

    private List<Warning> inOrder() {
        return found.stream()
                .sorted(Comparator.comparingInt(
                                (Warning warning) -> warning.origin().line())
                        .thenComparingInt(Warning::column))
                .toList();
    }

    /** At the first word of a line. */
    private void add(int i, Doubt doubt) {
        add(i, lines.get(i).indexOf(lines.get(i).strip()), doubt);
    }

    private void add(int i, int at, Doubt doubt) {
        found.add(new Warning(place(i), at + 1, doubt));
    }

    private static Origin place(int i) {
        return Origin.of(FILE, i + 1);
    }

    private void addAtEnd(Doubt doubt) {
        add(lines.size() - 1, lines.getLast().length(), doubt);
    }

    private void hat() {
        Set<String> defined =
                lines.stream().filter(line -> line.startsWith("$")).collect(Collectors.toSet());
        Set<String> told = new HashSet<>();
        Map<String, Integer> members = new HashMap<>();
        boolean isEmpty = true;
        boolean hasAll = false;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            String word = firstWord(line);
            boolean isIndented = line.startsWith("    ");
            if (word.isEmpty() || word.equals("#") || word.equals("}")) {
                continue;
            }
            isEmpty &= isIndented || word.startsWith("$");
            if (line.startsWith("        ")) {
                parameter(i, word);
            } else if (word.startsWith("$")) {
                if (isIndented && !defined.contains(word) && told.add(word)) {
                    add(i, new Doubt.PolicyNotDefined(word));
                }
            } else if (!isIndented && word.matches("(?i)all:?")) {
                hasAll = true;
            } else if (!isIndented && word.matches("[^:]+:")) {
                members.clear();
                if (!word.matches("[A-Za-z0-9_]+:")) {
                    add(i, new Doubt.UnreadableName(word.replace(":", "")));
                }
            } else if (word.matches("(?i)accept|relay|reject|tcprefuse|continue")) {
                if (word.equalsIgnoreCase("reject") && bannerCode(i).matches("[23]..")) {
                    add(i, new Doubt.RejectsNobody(bannerCode(i)));
                }
            } else {
                sender(i, word);
                if (isIndented) {
                    member(i, word, members);
                }
            }
        }
        if (!hasAll) {
            addAtEnd(new Doubt.NoAll(isEmpty));
        }
    }

    private static String firstWord(String line) {
        return line.strip().replaceAll(" .*", "");
    }

    private void parameter(int i, String word) {
        String keyword = word.toLowerCase(Locale.ROOT);
        if (NOT_ENFORCED.contains(keyword)) {
            if (toldNotEnforced.add(keyword)) {
                add(i, new Doubt.NotEnforced(keyword));
            }
        } else if (!ENFORCED.contains(keyword) && !OF_RECIPIENTS.contains(keyword)) {
            add(i, new Doubt.UnknownParameter(keyword, Optional.ofNullable(NEAR.get(keyword))));
        }
    }

    /** The code in the block behind an action, or nothing. */
    private String bannerCode(int action) {
        return block(action).stream()
                .filter(line -> line.matches("(?i) *smtp_banner_code = .*"))
                .map(line -> line.replaceAll("[^0-9]", ""))
                .findFirst()
                .orElse("");
    }

    /** The lines between the braces behind an action, if there are any. */
    private List<String> block(int action) {
        return lines.get(action).endsWith("{")
                ? lines.subList(action + 1, lines.size()).stream()
                        .takeWhile(line -> !line.equals("    }"))
                        .toList()
                : List.of();
    }

    private void sender(int i, String word) {
        if (word.matches("[^/]+/[0-9]+") && isNumeric(word)) {
            BigInteger written = number(padded(word.replaceAll("/.*", "")));
            BigInteger first = range(word).getFirst();
            if (!written.equals(first)) {
                add(i, new Doubt.BitsBehindPrefix(word, address(first, size(word)) + word.replaceAll(".*/", "/")));
            }
        }
        if (word.matches("[A-Za-z0-9_-]*[A-Za-z][A-Za-z0-9_-]*\\.?")) {
            add(i, new Doubt.OneLabel(word, Optional.ofNullable(NEAR.get(word))));
        }
    }

    private void member(int i, String word, Map<String, Integer> members) {
        Integer first = members.putIfAbsent(meaning(word), i);
        if (first != null) {
            add(i, new Doubt.SenderTwice(word, firstWord(lines.get(first)), place(first)));
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

    private static IpAddress address(BigInteger number, int size) {
        byte[] bytes = new byte[size];
        for (int i = 0; i < size; i++) {
            bytes[size - 1 - i] = number.shiftRight(8 * i).byteValue();
        }
        return IpAddress.of(bytes);
    }

    private void rat() {
        Map<String, Integer> recipients = new HashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            String word = firstWord(line);
            if (line.startsWith("        ")) {
                parameter(i, word);
            } else if (!word.isEmpty() && !word.equals("#") && !word.equals("}")) {
                Integer first = recipients.putIfAbsent(word.toLowerCase(Locale.ROOT), i);
                if (first != null) {
                    add(i, new Doubt.RecipientTwice(word, place(first)));
                }
                boolean isAnswered = line.matches(".* [0-9]{3} .*")
                        || block(i).stream().anyMatch(parameter -> parameter.matches("(?i) *smtp_response_.*"));
                if (isAnswered && line.contains(" ACCEPT")) {
                    add(i, line.indexOf("ACCEPT"), new Doubt.ResponseNotGiven());
                }
            }
        }
        if (!recipients.containsKey("all")) {
            addAtEnd(new Doubt.NoAllRecipients(recipients.isEmpty()));
        }
    }
}
