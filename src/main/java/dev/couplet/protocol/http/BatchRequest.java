package dev.couplet.protocol.http;

import java.util.List;

import dev.couplet.transform.Kind;
import dev.couplet.transform.Value;

/**
 * A recipe and the values to run it on.
 *
 * @param recipe the recipe, well-formed Unicode
 * @param values at most 1,000 values. The texts among them need not be well-formed
 * Unicode
 */
record BatchRequest(String recipe, List<Value> values) {

	/**
	 * Returns the memory of the decoded bytes.
	 * @return the total number of bytes, without the texts
	 */
	long decodedBytes() {
		return this.values.stream().filter((value) -> value.kind() == Kind.BYTES).mapToLong(Value::size).sum();
	}

}
