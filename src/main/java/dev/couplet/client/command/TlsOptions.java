package dev.couplet.client.command;

import java.nio.file.Path;
import java.util.stream.Stream;

import javax.net.ssl.SSLContext;

import dev.couplet.client.InvalidPemFileException;
import dev.couplet.client.PemFiles;
import dev.couplet.client.TransformClient;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/**
 * The TLS options.
 */
final class TlsOptions {

	private final OptionSpec tls = OptionSpec.builder("--tls")
		.type(boolean.class)
		.description("Use TLS for the transform server.")
		.build();

	private final OptionSpec authorities = file("--ca",
			"The trusted CA certificates, in PEM. Default: those that the JVM trusts.");

	private final OptionSpec certificate = file("--cert", "The client certificate, in PEM, with its chain.");

	private final OptionSpec key = file("--key", "The private key of the certificate, in PEM: unencrypted PKCS#8.");

	private static OptionSpec file(String name, String description) {
		return OptionSpec.builder(name).paramLabel("FILE").type(Path.class).description(description).build();
	}

	void addTo(CommandSpec command) {
		command.addOption(this.tls).addOption(this.authorities).addOption(this.certificate).addOption(this.key);
	}

	/**
	 * Enables TLS on a client if the options say so.
	 * @param client the client
	 * @return the same client without TLS, or a new one
	 * @throws ParameterException if the options are inconsistent, or a file is missing or
	 * invalid
	 */
	TransformClient applyTo(TransformClient client) {
		Path authoritiesFile = this.authorities.getValue();
		Path certificateFile = this.certificate.getValue();
		Path keyFile = this.key.getValue();
		if (!Boolean.TRUE.equals(this.tls.getValue())) {
			if (Stream.of(this.authorities, this.certificate, this.key).anyMatch((file) -> file.getValue() != null)) {
				throw usageError("--ca, --cert and --key require --tls");
			}
			return client;
		}
		if ((certificateFile == null) != (keyFile == null)) {
			throw usageError("--cert and --key must be used together");
		}
		try {
			return client.withTls(context(authoritiesFile, certificateFile, keyFile));
		}
		catch (InvalidPemFileException ex) {
			throw usageError(ex.getMessage());
		}
	}

	private static SSLContext context(@Nullable Path authoritiesFile, @Nullable Path certificateFile,
			@Nullable Path keyFile) throws InvalidPemFileException {
		return (certificateFile != null && keyFile != null)
				? PemFiles.context(authoritiesFile, certificateFile, keyFile) : PemFiles.context(authoritiesFile);
	}

	private ParameterException usageError(@Nullable String message) {
		return new ParameterException(this.tls.command().commandLine(), message);
	}

}
