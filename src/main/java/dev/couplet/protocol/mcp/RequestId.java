package dev.couplet.protocol.mcp;

import tools.jackson.core.JsonGenerator;

/**
 * The id of a request, which its response repeats.
 *
 * @param text the characters of a string or of a number
 * @param isNumber whether it is a number
 */
record RequestId(String text, boolean isNumber) {

	void writeTo(JsonGenerator json) {
		if (this.isNumber) {
			json.writeNumber(this.text);
		}
		else {
			json.writeString(this.text);
		}
	}

}
