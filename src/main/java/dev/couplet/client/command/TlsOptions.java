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
 * Whether TLS is spoken to the transform server, and with what.
 */
final class TlsOptions {

	private final OptionSpec tls = OptionSpec.builder("--tls")
		.type(boolean.class)
		.description("Speak TLS to the transform server.")
		.build();

	private final OptionSpec authorities = file("--ca",
			"Whom to trust, in PEM; those that the JVM trusts where it is not given.");

	private final OptionSpec certificate = file("--cert", "The certificate to show, in PEM, with its chain.");

	private final OptionSpec key = file("--key", "Its key, in PEM: PKCS#8, not encrypted.");

	private static OptionSpec file(String name, String description) {
		return OptionSpec.builder(name).paramLabel("FILE").type(Path.class).description(description).build();
	}

	void addTo(CommandSpec command) {
		command.addOption(this.tls).addOption(this.authorities).addOption(this.certificate).addOption(this.key);
	}

	/**
	 * Has a client speak TLS where that was asked for.
	 * @param client the client
	 * @return the same or another client
	 * @throws ParameterException where the options do not go together, or a file is not
	 * what it should be
	 */
	TransformClient applyTo(TransformClient client) {
		Path trusted = this.authorities.getValue();
		Path shown = this.certificate.getValue();
		Path itsKey = this.key.getValue();
		if (!Boolean.TRUE.equals(this.tls.getValue())) {
			if (Stream.of(this.authorities, this.certificate, this.key).anyMatch((file) -> file.getValue() != null)) {
				throw misused("--ca, --cert and --key go with --tls");
			}
			return client;
		}
		if ((shown == null) != (itsKey == null)) {
			throw misused("--cert and --key go together");
		}
		try {
			return client.withTls(context(trusted, shown, itsKey));
		}
		catch (InvalidPemFileException ex) {
			throw misused(ex.getMessage());
		}
	}

	private static SSLContext context(@Nullable Path trusted, @Nullable Path shown, @Nullable Path itsKey)
			throws InvalidPemFileException {
		return (shown != null && itsKey != null) ? PemFiles.context(trusted, shown, itsKey) : PemFiles.context(trusted);
	}

	private ParameterException misused(@Nullable String complaint) {
		return new ParameterException(this.tls.command().commandLine(), complaint);
	}

}
