package dev.couplet.client;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The replies of Postfix's socketmap protocol: a status, a space, and the result or the
 * reason of an error.
 */
final class SocketmapReply {

	private static final int HEAD_LENGTH = "OK ".length();

	// the maximum length of a reply that Postfix accepts
	private static final int MAX_REFUSAL_LENGTH = 100_000;

	private SocketmapReply() {
	}

	/**
	 * Returns the maximum length of a reply. What is too long for a result may be the
	 * reason of a refusal.
	 * @param maxResultLength the maximum length of a result in bytes
	 * @return the length of the whole reply in bytes
	 */
	static int maxLength(int maxResultLength) {
		return Math.clamp((long) maxResultLength + HEAD_LENGTH, MAX_REFUSAL_LENGTH, Integer.MAX_VALUE);
	}

	/**
	 * Reads a reply.
	 * @param server the server, for error messages
	 * @param reply the reply
	 * @param value the value that was sent
	 * @param maxResultLength the maximum length of a result in bytes
	 * @return the result. {@code NOTFOUND} says that it is the value itself
	 * @throws TooLongReplyException if the result is too long
	 * @throws RefusedException if the server refused the recipe or value, or failed
	 * @throws MalformedReplyException if it is not a reply of the protocol
	 */
	static byte[] result(ServerAddress server, byte[] reply, byte[] value, int maxResultLength) throws ClientException {
		int end = 0;
		while (end < reply.length && reply[end] != ' ') {
			end++;
		}
		String status = (end < reply.length) ? new String(reply, 0, end, StandardCharsets.US_ASCII) : "";
		return switch (status) {
			case "OK" -> ok(server, Arrays.copyOfRange(reply, end + 1, reply.length), maxResultLength);
			case "NOTFOUND" -> value;
			case "PERM" -> throw RefusedException.permanent(server, reason(reply, end + 1));
			case "TEMP", "TIMEOUT" -> throw RefusedException.temporary(server, reason(reply, end + 1));
			default ->
				throw new MalformedReplyException(server, "sent a reply that does not follow the socketmap protocol");
		};
	}

	private static byte[] ok(ServerAddress server, byte[] result, int maxLength) throws TooLongReplyException {
		if (result.length > maxLength) {
			throw new TooLongReplyException(server, "sent a result of more than " + maxLength + " bytes");
		}
		return result;
	}

	private static String reason(byte[] reply, int start) {
		return new String(reply, start, reply.length - start, StandardCharsets.UTF_8);
	}

}
