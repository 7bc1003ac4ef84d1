package dev.couplet.settings;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.support.SystemEnvironmentPropertySourceEnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/**
 * Keeps the variables that Kubernetes defines for each service (service links) from being
 * settings. For a service named {@code couplet-netstring}, it defines
 * {@code COUPLET_NETSTRING_PORT=tcp://10.0.0.1:11000}, which would be the setting
 * {@code couplet.netstring.port}.
 *
 * <p>
 * The variables move from the environment to a property source in which they have only
 * their own names, so that <code>${COUPLET_NETSTRING_SERVICE_HOST}</code> can still be
 * used in a setting.
 */
final class ServiceLinks implements EnvironmentPostProcessor, Ordered {

	private static final String SOURCE = "serviceLinks";

	private static final String ENVIRONMENT = StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME;

	// of our settings, and of those of Spring that are ports
	private static final Pattern MAY_BE_SETTING = Pattern.compile("(?:COUPLET|MANAGEMENT|SERVER|SPRING)_.+");

	private static final Pattern PORT = Pattern.compile("(?:.+_)?PORT");

	private static final Pattern PORT_VALUE = Pattern.compile("(?:tcp|udp|sctp)://\\S+:\\d+");

	private static final Pattern OTHER = Pattern
		.compile(".+_SERVICE_HOST|.+_SERVICE_PORT(?:_.+)?|.+_PORT_\\d+_(?:TCP|UDP|SCTP)(?:_(?:PROTO|PORT|ADDR))?");

	@Override
	public int getOrder() {
		// Spring Boot then adds origins to what remains
		return SystemEnvironmentPropertySourceEnvironmentPostProcessor.DEFAULT_ORDER - 1;
	}

	@Override
	public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
		if (environment.getPropertySources().get(ENVIRONMENT) instanceof SystemEnvironmentPropertySource variables) {
			Map<String, Object> links = new TreeMap<>();
			Map<String, Object> others = new TreeMap<>();
			variables.getSource().forEach((name, value) -> (isLink(name, value) ? links : others).put(name, value));
			if (!links.isEmpty()) {
				environment.getPropertySources()
					.replace(ENVIRONMENT, new SystemEnvironmentPropertySource(ENVIRONMENT, others));
				environment.getPropertySources().addAfter(ENVIRONMENT, new MapPropertySource(SOURCE, links));
			}
		}
	}

	private static boolean isLink(String name, Object value) {
		return MAY_BE_SETTING.matcher(name).matches() && (OTHER.matcher(name).matches() || isPort(name, value));
	}

	private static boolean isPort(String name, Object value) {
		return PORT.matcher(name).matches() && PORT_VALUE.matcher(value.toString()).matches();
	}

	/**
	 * Returns the variables that would be settings if they were not service links.
	 * @param environment the environment of the application
	 * @param isSetting whether a variable of this name is a setting under {@code couplet}
	 * @return their names, sorted
	 */
	static List<String> mistakable(ConfigurableEnvironment environment, Predicate<String> isSetting) {
		if (environment.getPropertySources().get(SOURCE) instanceof MapPropertySource links) {
			return links.getSource()
				.entrySet()
				.stream()
				.filter((link) -> isPort(link.getKey(), link.getValue()))
				.map(Map.Entry::getKey)
				.filter((name) -> !name.startsWith(UnknownSettings.VARIABLE_PREFIX) || isSetting.test(name))
				.toList();
		}
		return List.of();
	}

}
