package dev.hatcheck.cli;

import dev.hatcheck.cli.input.Diagnostics;
import dev.hatcheck.cli.input.ExitCode;
import dev.hatcheck.cli.input.Given;
import dev.hatcheck.cli.serve.Gateway;
import dev.hatcheck.cli.serve.GatewayOptions;
import dev.hatcheck.cli.serve.Signals;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Model.CommandSpec;

/** {@code hatcheck serve}: a gateway that runs until it is told to stop. */
final class Serve extends Helpful implements Callable<Integer> {
    private final PrintWriter out;
    private final Diagnostics diagnostics;

    private final GatewayOptions options = new GatewayOptions();

    Serve(PrintWriter out, Diagnostics diagnostics) {
        this.out = out;
        this.diagnostics = diagnostics;
    }

    @Override
    CommandSpec spec() {
        CommandSpec command = CommandSpec.wrapWithoutInspection(this);
        command.name("serve");
        command.usageMessage()
                .header("Runs a gateway.%n")
                .footer(
                        "%nOnce it is bound, it says so on standard output, a line for each port, and nothing else ever."
                                + " It throws messages away when it has accepted them. SIGHUP makes it read its files again and"
                                + " begin a mail log that was renamed, SIGTERM and SIGINT end it.%n");
        return Given.addTo(command, options.all());
    }

    @Override
    public Integer call() throws InterruptedException {
        Gateway gateway = Gateway.start(options, diagnostics);
        Runnable endByItself = Signals.onEnd(gateway::close);
        Signals.onHangup(gateway::reread);
        gateway.ready().forEach(out::println);
        if (out.checkError()) { // nobody would ever learn where it is
            endByItself.run();
            gateway.close();
            throw OutputLost.of("where the gateway is");
        }
        new CountDownLatch(1).await(); // the end comes by a signal
        return ExitCode.DONE.number();
    }
}
