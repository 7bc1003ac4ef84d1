package dev.couplet.transform;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The values of a step's parameters: given, or else by default.
 */
public final class Arguments {

	private final Map<Parameter<?>, Object> values;

	private Arguments(Map<Parameter<?>, Object> values) {
		this.values = values;
	}

	/**
	 * Reads the arguments of a step against the parameters of its transform, in order.
	 * @param transform the transform's name, for the error
	 * @param parameters what the transform takes
	 * @param given the arguments, percent-decoded
	 * @return a value for every parameter
	 * @throws BadArgumentException where there are too few, too many, or bad ones
	 */
	static Arguments read(String transform, List<Parameter<?>> parameters, List<String> given) {
		if (given.size() > parameters.size()) {
			throw new BadArgumentException("'%s' takes %s".formatted(TransformException.shown(transform),
					parameters.isEmpty() ? "no argument" : "at most " + parameters.size() + " argument(s)"));
		}
		Map<Parameter<?>, Object> values = new HashMap<>();
		for (int i = 0; i < parameters.size(); i++) {
			Parameter<?> parameter = parameters.get(i);
			Object value = (i < given.size()) ? parameter.parse(given.get(i)) : parameter.defaultValue();
			if (value == null) {
				throw new BadArgumentException(
						"'%s' must be given its '%s'".formatted(TransformException.shown(transform), parameter.name()));
			}
			values.put(parameter, value);
		}
		return new Arguments(values);
	}

	/**
	 * The value of a parameter.
	 * @param <T> its type
	 * @param parameter one of the transform's own parameters
	 * @return its value
	 */
	public <T> T get(Parameter<T> parameter) {
		Object value = this.values.get(parameter);
		if (value == null) {
			throw new IllegalArgumentException("not a parameter of this transform: " + parameter.name());
		}
		@SuppressWarnings("unchecked") // only what the parameter itself has read is put
										// under it
		T typed = (T) value;
		return typed;
	}

}
