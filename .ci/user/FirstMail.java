import dev.hatcheck.fixtures.Gateway;
import dev.hatcheck.policies.text.Preset;

/** A mail in clear and one over TLS with nothing but the kit on the class path: no JUnit, no BouncyCastle. */
final class FirstMail {
    private FirstMail() {}

    public static void main(String[] arguments) {
        try (var gate = Gateway.builder().preset(Preset.CRES).start();
                var cres = gate.connectFrom("208.90.57.32")) {
            int inClear = cres.ehlo("cres.example").mailFrom("a@partner.example").code();
            int overTls = cres.startTls().ehlo("cres.example").mailFrom("a@partner.example").code();
            System.out.printf("Without JUnit: %d in clear, %d over TLS%n", inClear, overTls);
            System.exit(inClear == 530 && overTls == 250 ? 0 : 1);
        }
    }
}
