package dev.couplet.client.command;

import java.time.Duration;

import dev.couplet.client.ServerAddress;
import dev.couplet.client.TransformClient;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * The transform server, how to speak to it, and how long to wait for servers.
 */
final class ServerOptions {

	private final OptionSpec server = OptionSpec.builder("--server")
		.paramLabel("HOST:PORT")
		.type(ServerAddress.class)
		.converters(new AddressConverter())
		.defaultValue("localhost:11000")
		.description("The transform server; ${DEFAULT-VALUE} where it is not given.")
		.build();

	private final OptionSpec timeout = OptionSpec.builder("--timeout")
		.paramLabel("SECONDS")
		.type(Duration.class)
		.converters(new SecondsConverter())
		.defaultValue("30")
		.description("How long to wait for a reply, or for more of a poem; ${DEFAULT-VALUE} where it is not given.")
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
