package dev.couplet.endpoint;

import java.nio.file.Path;

import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Defines the tokens that clients need, if there is a file of them.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(TokenConfiguration.TOKENS)
class TokenConfiguration {

	static final String TOKENS = "couplet.http.tokens";

	@Bean
	BearerTokens bearerTokens(TokenProperties properties, MeterRegistry meters) {
		Path file = properties.tokens();
		if (file == null) {
			// a variable that is empty by mistake must not open the server
			throw new InvalidConfigurationPropertyValueException(TOKENS, "",
					"It must be the path of a file; without the setting, no request needs a token");
		}
		try {
			return new BearerTokens(file, meters);
		}
		catch (InvalidTokenFileException ex) {
			throw new InvalidConfigurationPropertyValueException(TOKENS, file, ex.getMessage());
		}
	}

	@Bean
	PhasedLifecycle tokensLifecycle(BearerTokens tokens) {
		return new PhasedLifecycle(Phase.PORTS, tokens::start, tokens::stop);
	}

}
