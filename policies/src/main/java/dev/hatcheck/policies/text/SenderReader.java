package dev.hatcheck.policies.text;

import dev.hatcheck.policies.Ascii;
import dev.hatcheck.policies.Esa;
import dev.hatcheck.policies.Sender;
import dev.hatcheck.policies.address.HostName;
import java.util.Optional;

/** Reads a sender: tells the forms apart by how they begin and end, and reads names itself. */
@Esa({"UG912-4", "CFG76-50"})
final class SenderReader {
    private final Problems problems;
    private final Ipv4SenderReader ipv4;
    private final Ipv6SenderReader ipv6;
    private final BracketedSenderReader bracketed;

    SenderReader(Problems problems) {
        this.problems = problems;
        this.ipv4 = new Ipv4SenderReader(problems);
        this.ipv6 = new Ipv6SenderReader(problems);
        this.bracketed = new BracketedSenderReader(problems);
    }

    /** The sender that a word writes; nothing, and a problem, if it is none. */
    Optional<Sender> read(Token word) {
        String text = Ascii.lowerCase(word.text());
        return switch (text) {
            case "all", "all:" -> Optional.of(new Sender.Everyone());
            case "nx.domain" -> Optional.of(new Sender.NoPtrRecord());
            case "serv.fail" -> Optional.of(new Sender.PtrLookupFails());
            case "not.double.verified" -> Optional.of(new Sender.PtrDoesNotMatch());
            default -> form(word, text);
        };
    }

    private Optional<Sender> form(Token word, String text) {
        if (text.indexOf('[') > 0) {
            return bracketed.read(word, text);
        }
        if (text.startsWith("sbo:")) {
            return organization(word, text.substring(4));
        }
        if (text.indexOf(':') >= 0) {
            return ipv6.read(word);
        }
        if (isIpv4Like(text)) {
            return ipv4.read(word);
        }
        boolean isPartial = text.startsWith(".");
        Optional<HostName> name = name(word, isPartial ? text.substring(1) : text);
        if (name.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(isPartial ? new Sender.PartialHost(name.get()) : host(word, name.get()));
    }

    private static boolean isIpv4Like(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '.' && c != '-' && c != '/' && !isDigit(c)) {
                return false;
            }
        }
        return !text.isEmpty() && isDigit(text.charAt(0));
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private Optional<Sender> organization(Token word, String id) {
        return id.matches("[0-9]{1,18}")
                ? Optional.of(new Sender.Organization(Long.parseLong(id)))
                : problems.refuse(word, "sbo: takes the number of an organisation, not " + Shown.of(id));
    }

    private Optional<HostName> name(Token word, String text) {
        Optional<HostName> name = HostName.read(text);
        if (name.isPresent()) {
            return name;
        }
        boolean ascii = text.chars().allMatch(c -> c < 0x80);
        return problems.refuse(
                word,
                ascii
                        ? Shown.of(word.text())
                                + " is no sender: an address, a host name, sbrs[...] or the like is expected"
                        : "names are written in ASCII, as DNS answers them (xn--...), not " + Shown.of(word.text()));
    }

    private Sender host(Token word, HostName name) {
        if (name.text().indexOf('.') < 0) {
            problems.warning(word, new Doubt.OneLabel(word.text(), Actions.nearTo(word)));
        }
        return new Sender.Host(name);
    }
}
