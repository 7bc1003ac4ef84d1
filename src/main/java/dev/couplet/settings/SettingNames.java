package dev.couplet.settings;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.core.ResolvableType;

/**
 * The names of all settings, derived from the components of the records that settings are
 * bound to.
 */
final class SettingNames {

	private static final String LIST_INDEX = "[n]";

	private static final String MAP_KEY = ".<name>";

	// a key in brackets can contain anything, any other key no dot
	private static final String ANY_KEY = "(?:\\.[^.\\[]+|\\[[^]]+])";

	private final Set<String> names = new TreeSet<>();

	/**
	 * Adds the settings of a record and of the records nested in it.
	 * @param prefix the prefix of the record's settings
	 * @param type the record
	 */
	void add(String prefix, Class<?> type) {
		add(prefix, ResolvableType.forClass(type));
	}

	private void add(String name, ResolvableType type) {
		Class<?> resolved = type.toClass();
		if (resolved.isRecord()) {
			for (RecordComponent component : resolved.getRecordComponents()) {
				add(name + "." + DataObjectPropertyName.toDashedForm(component.getName()),
						ResolvableType.forType(component.getGenericType()));
			}
			return;
		}
		this.names.add(name);
		if (List.class.isAssignableFrom(resolved)) {
			add(name + LIST_INDEX, type.getGeneric(0));
		}
		else if (Map.class.isAssignableFrom(resolved)) {
			add(name + MAP_KEY, type.getGeneric(1));
		}
	}

	/**
	 * Returns whether a setting exists.
	 * @param name a name as in a file or on the command line; hyphens and case are
	 * ignored
	 * @return whether it exists
	 */
	boolean has(String name) {
		String wanted = normalize(name.replaceAll("\\[\\d+]", LIST_INDEX));
		return this.names.stream().anyMatch((known) -> wanted.matches(expression(normalize(known))));
	}

	private static String expression(String known) {
		return Stream.of(known.split(MAP_KEY, -1)).map(Pattern::quote).collect(Collectors.joining(ANY_KEY));
	}

	private static String normalize(String name) {
		return name.replace("-", "").replace("_", "").toLowerCase(Locale.ROOT);
	}

	/**
	 * Returns whether an environment variable is a setting.
	 * @param variable the variable's name
	 * @return whether it is
	 */
	boolean hasVariable(String variable) {
		return this.names.stream()
			.anyMatch((known) -> lettersOf(variable).matches(Stream.of(known.replace(LIST_INDEX, "").split(MAP_KEY, -1))
				.map(SettingNames::lettersOf)
				.collect(Collectors.joining(".+"))));
	}

	// list indexes are removed too
	private static String lettersOf(String name) {
		return name.replaceAll("[^A-Za-z]", "").toLowerCase(Locale.ROOT);
	}

	@Override
	public String toString() {
		return String.join(", ", this.names);
	}

}
