package dev.couplet.settings;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.core.ResolvableType;

/**
 * The names of all settings that there are, which are those of the components of the
 * records that settings are bound to.
 */
final class SettingNames {

	private static final String OF_A_LIST = "[n]";

	private static final String OF_A_MAP = ".<name>";

	private final Set<String> names = new TreeSet<>();

	/**
	 * Adds the settings of a record, and of the records in it.
	 * @param prefix where the record's settings are
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
			add(name + OF_A_LIST, type.getGeneric(0));
		}
		else if (Map.class.isAssignableFrom(resolved)) {
			this.names.add(name + OF_A_MAP);
		}
	}

	/**
	 * Whether there is a setting of that name.
	 * @param name a name as in a file or on the command line, hyphens and case aside
	 * @return whether there is
	 */
	boolean has(String name) {
		return this.names.stream().anyMatch((known) -> matches(known, uniform(name.replaceAll("\\[\\d+]", OF_A_LIST))));
	}

	private static boolean matches(String known, String name) {
		if (known.endsWith(OF_A_MAP)) {
			String map = uniform(known.substring(0, known.length() - OF_A_MAP.length()));
			return name.startsWith(map + ".") || name.startsWith(map + "[");
		}
		return uniform(known).equals(name);
	}

	private static String uniform(String name) {
		return name.replace("-", "").replace("_", "").toLowerCase(Locale.ROOT);
	}

	/**
	 * Whether an environment variable is a setting.
	 * @param variable its name
	 * @return whether it is
	 */
	boolean hasVariable(String variable) {
		return this.names.stream()
			.anyMatch((known) -> known.endsWith(OF_A_MAP)
					? letters(variable).startsWith(letters(known.substring(0, known.length() - OF_A_MAP.length())))
					: letters(variable).equals(letters(known.replace(OF_A_LIST, ""))));
	}

	// the number of a list's element is left out with the rest
	private static String letters(String name) {
		return name.replaceAll("[^A-Za-z]", "").toLowerCase(Locale.ROOT);
	}

	@Override
	public String toString() {
		return String.join(", ", this.names);
	}

}
