package dev.couplet.client.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import dev.couplet.client.ServerUri;
import dev.couplet.client.TransformClient;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/**
 * The option for the bearer token, which is never an argument itself: other users of the
 * machine can see those.
 */
final class TokenOption {

	/**
	 * The name of the variable with the token itself.
	 */
	static final String VARIABLE = "COUPLET_CLIENT_TOKEN";

	// longer than any token
	private static final int MAX_FILE = 4096;

	private final OptionSpec file = OptionSpec.builder("--token-file")
		.paramLabel("FILE")
		.type(Path.class)
		.description("The file with the token that an HTTP server requires, and nothing else.")
		.build();

	private final Variables variables;

	TokenOption(Variables variables) {
		this.variables = variables;
	}

	void addTo(CommandSpec command) {
		command.addOption(this.file);
	}

	/**
	 * Sets the token of a client if there is one.
	 * @param client the client
	 * @param server its server
	 * @return the same client without a token, or a new one
	 * @throws ParameterException if there is no such file, no token in it, or the server
	 * is given a token that its protocol does not have
	 */
	TransformClient applyTo(TransformClient client, ServerUri server) {
		Path given = this.file.getValue();
		if (server.protocol() != ServerUri.Protocol.HTTP) {
			if (given != null) {
				throw Variables.usageError(this.file, "--token-file requires a server with http:// or https://");
			}
			return client;
		}
		String token = this.variables.get("TOKEN");
		if (given == null && token != null) {
			return withToken(client, VARIABLE, token);
		}
		Path path = this.variables.value(this.file, Path::of);
		return (path != null) ? withToken(client, Variables.blame(this.file, path.toString()), read(path)) : client;
	}

	private String read(Path path) {
		try (InputStream input = Files.newInputStream(path)) {
			return new String(input.readNBytes(MAX_FILE), StandardCharsets.UTF_8).strip();
		}
		catch (IOException ex) {
			throw Variables.usageError(this.file,
					Variables.blame(this.file, FileErrors.unreadable(path, ex).getMessage()));
		}
	}

	private TransformClient withToken(TransformClient client, String source, String token) {
		try {
			return client.withToken(token);
		}
		catch (IllegalArgumentException ex) {
			throw Variables.usageError(this.file, source + ": " + ex.getMessage());
		}
	}

}
