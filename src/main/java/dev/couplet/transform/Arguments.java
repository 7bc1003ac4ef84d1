package dev.couplet.transform;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The parameter values of one step, given in the recipe or taken from the defaults.
 */
public final class Arguments {

	private final Map<Parameter<?>, Object> values;

	private Arguments(Map<Parameter<?>, Object> values) {
		this.values = values;
	}

	/**
	 * Parses the arguments of a step, in the order of its transform's parameters.
	 * @param transform the transform's name, for error messages
	 * @param parameters the transform's parameters
	 * @param given the arguments, percent-decoded
	 * @return a value for every parameter
	 * @throws BadArgumentException if there are too few or too many arguments, or one is
	 * invalid
	 */
	static Arguments read(String transform, List<Parameter<?>> parameters, List<String> given) {
		if (given.size() > parameters.size()) {
			throw new BadArgumentException("'%s' takes %s".formatted(TransformException.shown(transform),
					parameters.isEmpty() ? "no arguments" : "at most " + parameters.size() + " argument(s)"));
		}
		Map<Parameter<?>, Object> values = new HashMap<>();
		for (int i = 0; i < parameters.size(); i++) {
			Parameter<?> parameter = parameters.get(i);
			Object value = (i < given.size()) ? parameter.parse(given.get(i)) : parameter.defaultValue();
			if (value == null) {
				throw new BadArgumentException("'%s' requires the argument '%s'"
					.formatted(TransformException.shown(transform), parameter.name()));
			}
			values.put(parameter, value);
		}
		return new Arguments(values);
	}

	/**
	 * Puts named arguments in the order of the parameters.
	 * @param transform the transform
	 * @param named arguments by the names of parameters
	 * @return the arguments up to the last one that is given. Those before it that are
	 * not given are the defaults
	 * @throws BadArgumentException if there is no such parameter, or a required argument
	 * is missing
	 */
	static List<String> inOrder(Transform transform, Map<String, String> named) {
		List<String> ordered = new ArrayList<>();
		int known = 0;
		for (Parameter<?> parameter : transform.parameters()) {
			if (known == named.size()) {
				break;
			}
			String given = named.get(parameter.name());
			known += (given != null) ? 1 : 0;
			ordered.add((given != null) ? given : defaultOf(transform, parameter));
		}
		if (known < named.size()) {
			throw new BadArgumentException("'%s' has no argument of a name that is given; it has: %s"
				.formatted(transform.name(), transform.parameters().isEmpty() ? "none"
						: transform.parameters().stream().map(Parameter::name).collect(Collectors.joining(", "))));
		}
		return ordered;
	}

	private static String defaultOf(Transform transform, Parameter<?> parameter) {
		Object value = parameter.defaultValue();
		if (value == null) {
			throw new BadArgumentException(
					"'%s' requires the argument '%s'".formatted(transform.name(), parameter.name()));
		}
		return value.toString();
	}

	/**
	 * Returns the value of a parameter.
	 * @param <T> the type of the value
	 * @param parameter one of the transform's own parameters
	 * @return its value
	 */
	public <T> T get(Parameter<T> parameter) {
		Object value = this.values.get(parameter);
		if (value == null) {
			throw new IllegalArgumentException("not a parameter of this transform: " + parameter.name());
		}
		// the value was parsed by the same parameter
		@SuppressWarnings("unchecked")
		T typed = (T) value;
		return typed;
	}

}
