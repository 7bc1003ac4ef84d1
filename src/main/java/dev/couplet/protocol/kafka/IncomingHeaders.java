package dev.couplet.protocol.kafka;

import java.nio.charset.StandardCharsets;
import java.util.stream.StreamSupport;

import dev.couplet.transform.MalformedTextException;
import dev.couplet.transform.Utf8;
import io.opentelemetry.context.propagation.TextMapGetter;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * What a flow reads from the headers of a record. {@link OutgoingRecords} has those that
 * it writes.
 */
final class IncomingHeaders {

	/**
	 * The recipe of a record, in a flow that takes it from there.
	 */
	static final String RECIPE = "couplet-recipe";

	/**
	 * Reads the caller's span.
	 */
	static final TextMapGetter<Headers> GETTER = new TextMapGetter<>() {

		@Override
		public Iterable<String> keys(Headers headers) {
			return StreamSupport.stream(headers.spliterator(), false).map(Header::key).toList();
		}

		@Override
		public @Nullable String get(@Nullable Headers headers, String name) {
			Header header = (headers != null) ? headers.lastHeader(name) : null;
			// ASCII, if it is valid
			return (header != null && header.value() != null) ? new String(header.value(), StandardCharsets.ISO_8859_1)
					: null;
		}

	};

	private IncomingHeaders() {
	}

	/**
	 * Returns the recipe of a record.
	 * @param headers the headers of the record
	 * @return the recipe; null if there is none
	 * @throws MalformedTextException if it is not well-formed UTF-8
	 */
	static @Nullable String recipe(Headers headers) {
		Header header = headers.lastHeader(RECIPE);
		return (header != null && header.value() != null) ? Utf8.decode(header.value(), 0, header.value().length)
				: null;
	}

}
