package dev.couplet.client.command;

import java.time.Duration;

import dev.couplet.client.ServerAddress;
import dev.couplet.client.TransformClient;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * The options for the transform server: address, timeout and TLS.
 */
final class ServerOptions {

	private final OptionSpec server = OptionSpec.builder("--server")
		.paramLabel("HOST:PORT")
		.type(ServerAddress.class)
		.converters(new AddressConverter())
		.defaultValue("localhost:11000")
		.description("The transform server. Default: ${DEFAULT-VALUE}.")
		.build();

	private final OptionSpec timeout = OptionSpec.builder("--timeout")
		.paramLabel("SECONDS")
		.type(Duration.class)
		.converters(new SecondsConverter())
		.defaultValue("30")
		.description("How long to wait for a reply, or for the next bytes of a poem. Default: ${DEFAULT-VALUE}.")
		.build();

	private final TlsOptions tls = new TlsOptions();

	void addTo(CommandSpec command) {
		command.addOption(this.server).addOption(this.timeout);
		this.tls.addTo(command);
	}

	TransformClient client() {
		return this.tls.applyTo(new TransformClient(this.server.getValue()).withReplyTimeout(timeout()));
	}

	Duration timeout() {
		return this.timeout.getValue();
	}

}
