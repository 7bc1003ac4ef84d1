package dev.couplet.endpoint;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

import dev.couplet.transform.Recipe;
import dev.couplet.transform.remote.RemoteToken;
import dev.couplet.transform.remote.RemoteTransform;
import dev.couplet.transform.remote.RemoteTransforms;
import dev.couplet.transform.remote.RemoteUri;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Defines the remote transforms.
 */
@Configuration(proxyBeanMethods = false)
class RemoteConfiguration {

	private static final String PREFIX = "couplet.remotes.";

	@Bean
	RemoteTransforms remoteTransforms(RemotesProperties properties) {
		return new RemoteTransforms(properties.remotes()
			.entrySet()
			.stream()
			.map((entry) -> definition(entry.getKey(), entry.getValue()))
			.toList());
	}

	private static RemoteTransform definition(String name, RemotesProperties.Remote remote) {
		if (!Recipe.isName(name)) {
			throw new InvalidConfigurationPropertyValueException(PREFIX + name, name,
					"A name consists of lower-case letters, digits and single hyphens, and starts with a letter");
		}
		boolean keepsValue = remote.fallback() == RemotesProperties.Fallback.TEXT;
		if (keepsValue && remote.takes() != remote.gives()) {
			throw new InvalidConfigurationPropertyValueException(PREFIX + name + ".fallback", remote.fallback(),
					"A value can only be kept as it is if the transform takes and gives the same kind");
		}
		RemoteUri uri = uri(name, Objects.requireNonNull(remote.uri()));
		return new RemoteTransform(name, uri, remote.timeout(), keepsValue, remote.maxConcurrent(),
				remote.takes().kind(), remote.gives().kind(), token(name, uri, remote.tokenFile()));
	}

	private static @Nullable RemoteToken token(String name, RemoteUri uri, @Nullable Path file) {
		if (file == null) {
			return null;
		}
		String property = PREFIX + name + ".token-file";
		if (uri.protocol() != RemoteUri.Protocol.HTTP) {
			throw new InvalidConfigurationPropertyValueException(property, file,
					"A token can only be sent to an http or https URL");
		}
		RemoteToken token = new RemoteToken(file);
		try {
			token.read();
			return token;
		}
		catch (IOException ex) {
			throw new InvalidConfigurationPropertyValueException(property, file,
					"It must be a file that the server can read, with nothing but a token of 1 to 512 visible ASCII characters");
		}
	}

	private static RemoteUri uri(String name, String uri) {
		try {
			return RemoteUri.parse(uri);
		}
		catch (IllegalArgumentException ex) {
			String reason = Objects.requireNonNull(ex.getMessage());
			// the report of the failure shows the value of a setting, and this one can
			// contain a password
			throw uri.matches(".*[@?].*")
					? new InvalidConfigurationPropertyValueException(PREFIX + name, "a URI", reason)
					: new InvalidConfigurationPropertyValueException(PREFIX + name + ".uri", uri, reason);
		}
	}

	/**
	 * Fails the startup if a remote transform has the name of another transform.
	 * @param taken the names of the other transforms
	 * @param remotes the remote transforms
	 * @throws InvalidConfigurationPropertyValueException if a name is taken
	 */
	static void requireFreeNames(List<String> taken, RemoteTransforms remotes) {
		remotes.servers().stream().filter((server) -> taken.contains(server.name())).findFirst().ifPresent((server) -> {
			throw new InvalidConfigurationPropertyValueException(PREFIX + server.name(), server.origin(),
					"A transform with this name already exists");
		});
	}

}
