package dev.couplet.transform;

import java.util.List;

/**
 * Writes how a transform is used: its name, its parameters with their defaults, and its
 * recipe in brackets, as in {@code each-match=pattern[:group:0](recipe)}.
 */
final class Signature {

	private Signature() {
	}

	static String of(Transform transform) {
		StringBuilder signature = new StringBuilder(transform.name());
		List<Parameter<?>> parameters = transform.parameters();
		long optional = parameters.stream().filter((parameter) -> parameter.defaultValue() != null).count();
		for (int i = 0; i < parameters.size(); i++) {
			Parameter<?> parameter = parameters.get(i);
			signature.append((parameter.defaultValue() != null) ? "[" : "")
				.append((i == 0) ? '=' : ':')
				.append(parameter.name());
			if (parameter.defaultValue() != null) {
				signature.append(':').append(parameter.defaultValue());
			}
		}
		return signature.append("]".repeat((int) optional))
			.append(transform.hasBrackets() ? "(recipe)" : "")
			.toString();
	}

}
