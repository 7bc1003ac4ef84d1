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
	 * @param transform the transform
	 * @param given the arguments, percent-decoded
	 * @return a value for every parameter
	 * @throws BadArgumentException if there are too few or too many arguments, or one is
	 * invalid
	 */
	static Arguments read(Transform transform, List<String> given) {
		List<Parameter<?>> parameters = transform.parameters();
		if (given.size() > parameters.size()) {
			throw tooMany(transform, given.size());
		}
		Map<Parameter<?>, Object> values = new HashMap<>();
		for (int i = 0; i < parameters.size(); i++) {
			Parameter<?> parameter = parameters.get(i);
			Object value = (i < given.size()) ? parameter.parse(given.get(i)) : parameter.defaultValue();
			if (value == null) {
				throw missing(transform, parameter);
			}
			values.put(parameter, value);
		}
		return new Arguments(values);
	}

	private static BadArgumentException tooMany(Transform transform, int given) {
		List<Parameter<?>> parameters = transform.parameters();
		return new BadArgumentException(parameters.isEmpty() ? "takes no arguments"
				: "takes at most %s argument%s, %s, and %s are given; in an argument, ':' is written %%3A"
					.formatted(parameters.size(), (parameters.size() > 1) ? "s" : "", names(transform), given));
	}

	private static BadArgumentException missing(Transform transform, Parameter<?> parameter) {
		Example example = transform.example();
		return new BadArgumentException("requires the argument '%s', %s%s".formatted(parameter.name(),
				parameter.range(), (example != null) ? ", as in " + example.recipe() : ""));
	}

	private static String names(Transform transform) {
		return transform.parameters().stream().map(Parameter::name).collect(Collectors.joining(", "));
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
			throw new BadArgumentException("has no argument of a name that is given; it has: %s"
				.formatted(transform.parameters().isEmpty() ? "none" : names(transform)));
		}
		return ordered;
	}

	private static String defaultOf(Transform transform, Parameter<?> parameter) {
		Object value = parameter.defaultValue();
		if (value == null) {
			throw missing(transform, parameter);
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
