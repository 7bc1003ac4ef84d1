package dev.couplet.client;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The replies of Postfix's socketmap protocol: a status, a space, and the result or the
 * reason of an error.
 */
final class SocketmapReply {

	/**
	 * The length of what comes before a result.
	 */
	static final int HEAD_LENGTH = "OK ".length();

	private SocketmapReply() {
	}

	/**
	 * Reads a reply.
	 * @param server the server, for error messages
	 * @param reply the reply
	 * @param value the value that was sent
	 * @return the result. {@code NOTFOUND} says that it is the value itself
	 * @throws RefusedException if the server refused the recipe or value, or failed
	 * @throws MalformedReplyException if it is not a reply of the protocol
	 */
	static byte[] result(ServerAddress server, byte[] reply, byte[] value) throws ClientException {
		int end = 0;
		while (end < reply.length && reply[end] != ' ') {
			end++;
		}
		String status = (end < reply.length) ? new String(reply, 0, end, StandardCharsets.US_ASCII) : "";
		return switch (status) {
			case "OK" -> Arrays.copyOfRange(reply, end + 1, reply.length);
			case "NOTFOUND" -> value;
			case "PERM" -> throw RefusedException.permanent(server, reason(reply, end + 1));
			case "TEMP", "TIMEOUT" -> throw RefusedException.temporary(server, reason(reply, end + 1));
			default ->
				throw new MalformedReplyException(server, "sent a reply that does not follow the socketmap protocol");
		};
	}

	private static String reason(byte[] reply, int start) {
		return new String(reply, start, reply.length - start, StandardCharsets.UTF_8);
	}

}
