package dev.couplet.settings;

import java.net.InetAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.boot.context.properties.bind.validation.BindValidationException;
import org.springframework.boot.context.properties.bind.validation.ValidationErrors;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.convert.ConversionFailedException;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.FieldError;

/**
 * Reports a setting with an invalid value in one sentence, with the values that are
 * allowed. For the cases that it covers, Spring Boot's own analyzers report Java types
 * and field names instead.
 */
final class BadSettingFailureAnalyzer extends AbstractFailureAnalyzer<BindException> implements Ordered {

	private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^:}]+)[:}].*");

	// of a field in a map; the index of a list is a number
	private static final Pattern MAP_KEY = Pattern.compile("\\[([a-z][a-z0-9-]*)]");

	@Override
	public int getOrder() {
		return 0;
	}

	@Override
	protected @Nullable FailureAnalysis analyze(Throwable rootFailure, BindException cause) {
		BindValidationException invalid = findCause(cause, BindValidationException.class);
		String description = (invalid != null) ? describe(invalid.getValidationErrors()) : describe(cause);
		return description.isEmpty() ? null : new FailureAnalysis(description, "Change the setting.", cause);
	}

	private static String describe(ValidationErrors errors) {
		return errors.getAllErrors()
			.stream()
			.filter(FieldError.class::isInstance)
			.map((error) -> describe((FieldError) error, errors))
			.collect(Collectors.joining("\n"));
	}

	private static String describe(FieldError error, ValidationErrors errors) {
		String name = errors.getName() + "."
				+ DataObjectPropertyName.toDashedForm(MAP_KEY.matcher(error.getField()).replaceAll(".$1"));
		@Nullable Object written = errors.getBoundProperties()
			.stream()
			.filter((property) -> property.getName().toString().equals(name))
			.map(ConfigurationProperty::getValue)
			.findFirst()
			.orElse(error.getRejectedValue());
		return sentence(name, written, String.valueOf(error.getDefaultMessage()));
	}

	private String describe(BindException cause) {
		ConfigurationProperty property = cause.getProperty();
		String allowed = allowed(cause.getTarget());
		if (property == null || allowed.isEmpty()) {
			return "";
		}
		ConversionFailedException failure = findCause(cause, ConversionFailedException.class);
		Object value = (failure != null && failure.getValue() != null) ? failure.getValue() : property.getValue();
		// if the value refers to another setting, that is the one to change
		Matcher reference = PLACEHOLDER.matcher(String.valueOf(property.getValue()));
		String name = reference.matches() ? reference.group(1) : property.getName().toString();
		return sentence(name, value, "must be " + allowed);
	}

	private static String sentence(String name, @Nullable Object value, String requirement) {
		String present = (value != null) ? "'" + value + "'" : "not set";
		return "%s is %s, but %s.".formatted(name, present, requirement);
	}

	private static String allowed(Bindable<?> target) {
		Class<?> type = target.getType().toClass();
		if (type == int.class || type == Integer.class) {
			Min min = target.getAnnotation(Min.class);
			Max max = target.getAnnotation(Max.class);
			return "a whole number" + ((min != null) ? " from " + min.value() : "") + " to "
					+ ((max != null) ? max.value() : Integer.MAX_VALUE);
		}
		if (type == boolean.class) {
			return "true or false";
		}
		if (type == Duration.class) {
			return "a duration with a unit, such as 500ms, 10s or 1m";
		}
		if (type == DataSize.class) {
			return "a size with a unit, such as 512KB or 1MB";
		}
		if (type == InetAddress.class) {
			return "a host name that can be resolved, or an IP address";
		}
		if (type.isEnum()) {
			return "one of " + Arrays.stream(type.getEnumConstants())
				.map((constant) -> constant.toString().toLowerCase(Locale.ROOT).replace('_', '-'))
				.collect(Collectors.joining(", "));
		}
		return "";
	}

}
