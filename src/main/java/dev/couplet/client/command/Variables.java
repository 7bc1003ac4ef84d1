package dev.couplet.client.command;

import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/**
 * The environment variables that have the values of options where these are not given:
 * {@code COUPLET_CLIENT_TOKEN_FILE} that of {@code --token-file}. The server, which takes
 * its settings from variables that begin with {@code COUPLET_}, ignores them.
 */
final class Variables {

	private static final String PREFIX = "COUPLET_CLIENT_";

	private final Map<String, String> environment;

	Variables(Map<String, String> environment) {
		this.environment = environment;
	}

	/**
	 * Returns the name of the variable of an option.
	 * @param option the option
	 * @return the name
	 */
	static String name(OptionSpec option) {
		return name(option.longestName().substring("--".length()));
	}

	private static String name(String suffix) {
		return PREFIX + suffix.replace('-', '_').toUpperCase(Locale.ROOT);
	}

	/**
	 * Returns a variable that has no option.
	 * @param suffix the end of its name
	 * @return its value, or null if it is not set or empty
	 */
	@Nullable String get(String suffix) {
		String value = this.environment.get(name(suffix));
		return (value != null && !value.isEmpty()) ? value : null;
	}

	/**
	 * Returns the value of an option or of its variable.
	 * @param <T> the type of the value
	 * @param option an option without a default
	 * @param converter parses the variable
	 * @return the value, or null if neither is set
	 * @throws ParameterException if the variable is malformed; the message names it
	 */
	<T> @Nullable T value(OptionSpec option, ITypeConverter<T> converter) {
		T given = option.getValue();
		String variable = get(option.longestName().substring("--".length()));
		if (given != null || variable == null) {
			return given;
		}
		try {
			return converter.convert(variable);
		}
		catch (Exception ex) {
			throw usageError(option, name(option) + ": " + ex.getMessage());
		}
	}

	/**
	 * Names the variable from which a value comes, if it does.
	 * @param option the option of the variable
	 * @param message what is wrong with the value
	 * @return the message, with the variable
	 */
	static String blame(OptionSpec option, @Nullable String message) {
		return ((option.getValue() == null) ? name(option) + ": " : "") + message;
	}

	/**
	 * Creates an error that ends the program with its usage.
	 * @param option an option of the command
	 * @param message what is wrong
	 * @return the error
	 */
	static ParameterException usageError(OptionSpec option, String message) {
		return new ParameterException(option.command().commandLine(), message);
	}

}
