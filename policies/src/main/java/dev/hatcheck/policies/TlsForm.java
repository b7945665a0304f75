package dev.hatcheck.policies;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The use of TLS as the table spells it; {@code preferred}, as the forms of the appliance call it, is {@code on}. */
record TlsForm() implements ValueForm<TlsUse> {
    @Override
    public Optional<TlsUse> read(String text) {
        String word = Ascii.lowerCase(text);
        for (TlsUse use : TlsUse.values()) {
            if (use.written().equals(word)) {
                return Optional.of(use);
            }
        }
        return word.equals("preferred") ? Optional.of(TlsUse.PREFERRED) : Optional.empty();
    }

    @Override
    public String write(TlsUse value) {
        return value.written();
    }

    @Override
    public String expected() {
        return Stream.of(TlsUse.values())
                .map(use -> "\"" + use.written() + "\"")
                .collect(Collectors.joining(", "))
                .replaceFirst(", (?=[^,]*$)", " or ");
    }
}
