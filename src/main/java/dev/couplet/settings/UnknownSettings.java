package dev.couplet.settings;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.stereotype.Component;

/**
 * Fails the startup if a name under {@code couplet} is not a setting, so that a typo does
 * not silently leave the default in effect.
 *
 * <p>
 * For environment variables it only logs a warning, because other programs set some too.
 * It also warns of {@link ServiceLinks} that have the names of settings.
 */
@Component
final class UnknownSettings implements BeanFactoryPostProcessor {

	private static final ConfigurationPropertyName ROOT = ConfigurationPropertyName.of("couplet");

	static final String VARIABLE_PREFIX = "COUPLET_";

	/**
	 * The variables of the command line, as in {@code docs/command-line.md}. They may be
	 * set where a server starts.
	 */
	private static final Pattern OF_THE_COMMAND_LINE = Pattern.compile("COUPLET_(?:CLIENT_.+|JAVA|CACHE)");

	private static final Logger log = LoggerFactory.getLogger(UnknownSettings.class);

	@Override
	public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
		SettingNames names = names(beans);
		ConfigurableEnvironment environment = beans.getBean(ConfigurableEnvironment.class);
		warnAboutServiceLinks(environment, names);
		for (ConfigurationPropertySource source : ConfigurationPropertySources.get(environment)) {
			if (source.getUnderlyingSource() instanceof SystemEnvironmentPropertySource variables) {
				warnAboutUnknown(variables, names);
			}
			else if (source instanceof IterableConfigurationPropertySource iterable) {
				refuseUnknown(iterable, names);
			}
		}
	}

	private static SettingNames names(ConfigurableListableBeanFactory beans) {
		SettingNames names = new SettingNames();
		for (String bean : beans.getBeanNamesForAnnotation(ConfigurationProperties.class)) {
			ConfigurationProperties settings = beans.findAnnotationOnBean(bean, ConfigurationProperties.class);
			Class<?> type = beans.getType(bean);
			if (settings != null && type != null && type.isRecord()) {
				names.add(settings.value(), type);
			}
		}
		return names;
	}

	private static void warnAboutServiceLinks(ConfigurableEnvironment environment, SettingNames names) {
		List<String> links = ServiceLinks.mistakable(environment, names::hasVariable);
		if (!links.isEmpty()) {
			log.warn("Ignored in the environment, because Kubernetes sets them to the address of a service, which is no"
					+ " setting (enableServiceLinks: false prevents it): {}", String.join(", ", links));
		}
	}

	private static void warnAboutUnknown(SystemEnvironmentPropertySource environment, SettingNames names) {
		List<String> unknown = environment.getSource()
			.keySet()
			.stream()
			.filter((variable) -> variable.startsWith(VARIABLE_PREFIX) && !names.hasVariable(variable)
					&& !OF_THE_COMMAND_LINE.matcher(variable).matches())
			.sorted()
			.toList();
		if (!unknown.isEmpty()) {
			log.warn("Unknown settings in the environment: {}", String.join(", ", unknown));
		}
	}

	private static void refuseUnknown(IterableConfigurationPropertySource source, SettingNames names) {
		source.stream()
			.filter((name) -> ROOT.isAncestorOf(name) && !names.has(name.toString()))
			.findFirst()
			.ifPresent((name) -> {
				Object value = Objects.requireNonNull(source.getConfigurationProperty(name)).getValue();
				throw new InvalidConfigurationPropertyValueException(name.toString(), value,
						"There is no such setting. The settings are: " + names);
			});
	}

}
