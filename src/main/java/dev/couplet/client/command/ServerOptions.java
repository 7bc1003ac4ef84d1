package dev.couplet.client.command;

import java.time.Duration;
import java.util.Objects;

import dev.couplet.client.ServerUri;
import dev.couplet.client.TransformClient;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/**
 * The options for the transform server: address, timeout, TLS and token. Each has an
 * environment variable.
 */
final class ServerOptions {

	private static final ServerUri DEFAULT_SERVER = ServerUri.parse("localhost");

	private final OptionSpec server = OptionSpec.builder("--server")
		.paramLabel("SERVER")
		.type(ServerUri.class)
		.converters(new ServerConverter())
		.description("The transform server: HOST, by socketmap on port 11001; HOST:PORT, by the protocol that has "
				+ "this port by default, or else netstring; or a URL with socketmap://, netstring://, http:// or "
				+ "https://. Default: localhost.")
		.build();

	private final OptionSpec timeout = OptionSpec.builder("--timeout")
		.paramLabel("SECONDS")
		.type(Duration.class)
		.converters(new SecondsConverter())
		.description("How long to wait for a reply, or for the next bytes of a poem. Default: "
				+ TransformClient.DEFAULT_REPLY_TIMEOUT.toSeconds() + ".")
		.build();

	private final Variables variables;

	private final TlsOptions tls;

	private final TokenOption token;

	ServerOptions(Variables variables) {
		this.variables = variables;
		this.tls = new TlsOptions(variables);
		this.token = new TokenOption(variables);
	}

	void addTo(CommandSpec command) {
		command.addOption(this.server).addOption(this.timeout);
		this.tls.addTo(command);
		this.token.addTo(command);
		command.usageMessage()
			.footer("An option for the server that is not given has the value of an environment variable: "
					+ Variables.name(this.server) + " that of --server, and likewise for the others. "
					+ TokenOption.VARIABLE + " is the token itself.");
	}

	/**
	 * Returns the server.
	 * @return the server
	 * @throws ParameterException if its variable is malformed
	 */
	ServerUri uri() {
		return Objects.requireNonNullElse(this.variables.value(this.server, new ServerConverter()), DEFAULT_SERVER);
	}

	/**
	 * Creates a client with these options.
	 * @return the client
	 * @throws ParameterException if the options are inconsistent, or a variable or file
	 * is invalid
	 */
	TransformClient client() {
		ServerUri uri = uri();
		TransformClient client = new TransformClient(uri).withReplyTimeout(timeout());
		return this.token.applyTo(this.tls.applyTo(client, uri), uri);
	}

	/**
	 * Returns whether TLS is used.
	 * @return whether the options or the server say so
	 * @throws ParameterException if a variable is malformed
	 */
	boolean isTls() {
		return this.tls.isRequired() || uri().tls();
	}

	Duration timeout() {
		return Objects.requireNonNullElse(this.variables.value(this.timeout, new SecondsConverter()),
				TransformClient.DEFAULT_REPLY_TIMEOUT);
	}

}
