package dev.couplet.client.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import javax.net.ssl.SSLContext;

import dev.couplet.client.InvalidPemFileException;
import dev.couplet.client.PemFiles;
import dev.couplet.client.ServerUri;
import dev.couplet.client.TransformClient;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;

/**
 * The TLS options.
 */
final class TlsOptions {

	private final OptionSpec tls = OptionSpec.builder("--tls")
		.type(boolean.class)
		.description("Use TLS for the transform server. https:// always does.")
		.build();

	private final OptionSpec authorities = file("--ca",
			"The trusted CA certificates, in PEM. Default: those that the JVM trusts.");

	private final OptionSpec certificate = file("--cert", "The client certificate, in PEM, with its chain.");

	private final OptionSpec key = file("--key", "The private key of the certificate, in PEM: unencrypted PKCS#8.");

	private final Variables variables;

	TlsOptions(Variables variables) {
		this.variables = variables;
	}

	private static OptionSpec file(String name, String description) {
		return OptionSpec.builder(name).paramLabel("FILE").type(Path.class).description(description).build();
	}

	void addTo(CommandSpec command) {
		command.addOption(this.tls).addOption(this.authorities).addOption(this.certificate).addOption(this.key);
	}

	/**
	 * Enables TLS on a client if the options or the server say so.
	 * @param client the client
	 * @param server its server
	 * @return the same client without TLS, or a new one
	 * @throws ParameterException if the options are inconsistent, or a variable or file
	 * is invalid
	 */
	TransformClient applyTo(TransformClient client, ServerUri server) {
		boolean required = isRequired();
		if (required && server.protocol() == ServerUri.Protocol.HTTP && !server.tls()) {
			throw usageError("http:// has no TLS, which " + (isGiven(this.tls) ? "--tls" : Variables.name(this.tls))
					+ " requires: use https://");
		}
		if (!required && !server.tls()) {
			if (isGiven(this.authorities) || isGiven(this.certificate) || isGiven(this.key)) {
				throw usageError("--ca, --cert and --key require --tls or https://");
			}
			return client;
		}
		Path authoritiesFile = this.variables.value(this.authorities, Path::of);
		Path certificateFile = this.variables.value(this.certificate, Path::of);
		Path keyFile = this.variables.value(this.key, Path::of);
		if ((certificateFile == null) != (keyFile == null)) {
			throw (certificateFile != null) ? missing(this.key, this.certificate) : missing(this.certificate, this.key);
		}
		if (!required && authoritiesFile == null && certificateFile == null) {
			return client;
		}
		try {
			return client.withTls(context(authoritiesFile, certificateFile, keyFile));
		}
		catch (InvalidPemFileException ex) {
			throw usageError(describe(ex));
		}
	}

	/**
	 * Returns whether TLS is required, whatever the server is.
	 * @return whether the option or its variable says so
	 * @throws ParameterException if the variable is malformed
	 */
	boolean isRequired() {
		return Boolean.TRUE.equals(this.variables.value(this.tls, TlsOptions::parseBoolean));
	}

	private ParameterException missing(OptionSpec missing, OptionSpec other) {
		return usageError(isGiven(other) ? "--cert and --key must be used together" : "%s requires %s or %s"
			.formatted(Variables.name(other), Variables.name(missing), missing.longestName()));
	}

	private static boolean isGiven(OptionSpec option) {
		return option.getValue() != null;
	}

	private static boolean parseBoolean(String variable) {
		return switch (variable.toLowerCase(Locale.ROOT)) {
			case "true" -> true;
			case "false" -> false;
			default -> throw new TypeConversionException("must be true or false");
		};
	}

	private static SSLContext context(@Nullable Path authoritiesFile, @Nullable Path certificateFile,
			@Nullable Path keyFile) throws InvalidPemFileException {
		return (certificateFile != null && keyFile != null)
				? PemFiles.context(authoritiesFile, certificateFile, keyFile) : PemFiles.context(authoritiesFile);
	}

	// the message, with the variable that named the file, if one did
	private String describe(InvalidPemFileException ex) {
		for (OptionSpec file : List.of(this.authorities, this.certificate, this.key)) {
			if (ex.file().equals(this.variables.value(file, Path::of))) {
				return Variables.blame(file, ex.getMessage());
			}
		}
		return Console.describe(ex);
	}

	private ParameterException usageError(String message) {
		return Variables.usageError(this.tls, message);
	}

}
