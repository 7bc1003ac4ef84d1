package dev.couplet;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.couplet.client.command.ListedTransform;
import dev.couplet.endpoint.TransformConfiguration;
import dev.couplet.transform.Catalogue;
import dev.couplet.transform.Kind;
import dev.couplet.transform.Parameter;
import dev.couplet.transform.Transform;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.BeansException;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;

/**
 * Loads the catalogue for the command line. It starts the transforms only, with the
 * settings that a server would have, so the list includes named recipes. It needs no
 * running server.
 */
@Import(TransformConfiguration.class)
@ConfigurationPropertiesScan("dev.couplet.endpoint")
final class CatalogueListing {

	private CatalogueListing() {
	}

	static List<ListedTransform> load() {
		// Spring needs one, and the command line runs without
		Thread.currentThread().setContextClassLoader(CatalogueListing.class.getClassLoader());
		SpringApplicationBuilder application = new SpringApplicationBuilder(CatalogueListing.class)
			.web(WebApplicationType.NONE)
			.logStartupInfo(false)
			.properties(Map.of("logging.level.root", "off"));
		try (ConfigurableApplicationContext context = application.run()) {
			return context.getBean(Catalogue.class).transforms().stream().map(CatalogueListing::listed).toList();
		}
		catch (BeansException ex) {
			// an invalid setting, which the innermost message names
			throw new IllegalStateException(ex.getMostSpecificCause().getMessage(), ex);
		}
	}

	private static ListedTransform listed(Transform transform) {
		Stream<String> parameters = transform.parameters().stream().map(CatalogueListing::describe);
		Stream<String> brackets = transform.hasBrackets() ? Stream.of("in brackets: a recipe") : Stream.empty();
		return new ListedTransform(transform.name(), kinds(transform), Stream.concat(parameters, brackets).toList(),
				transform.description());
	}

	private static @Nullable String kinds(Transform transform) {
		if (transform.takes() == Kind.TEXT && transform.gives() == Kind.TEXT) {
			return null;
		}
		return "Takes %s and gives %s.".formatted(noun(transform.takes()), noun(transform.gives()));
	}

	private static String noun(Kind<?> kind) {
		return (kind == Kind.TEXT) ? "a text" : kind.name();
	}

	private static String describe(Parameter<?> parameter) {
		if (!parameter.choices().isEmpty()) {
			return "%s: one of %s, default '%s'".formatted(parameter.name(), String.join(", ", parameter.choices()),
					parameter.defaultValue());
		}
		boolean integer = parameter.type().equals("integer");
		String described = (integer ? "%s: a whole number from %d to %d" : "%s: a text of %d to %d characters")
			.formatted(parameter.name(), parameter.min(), parameter.max());
		Object value = parameter.defaultValue();
		if (value == null) {
			return described;
		}
		return described + (integer ? ", default %s" : ", default '%s'").formatted(value);
	}

}
