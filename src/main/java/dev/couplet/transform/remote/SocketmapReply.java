package dev.couplet.transform.remote;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import dev.couplet.transform.RemoteFailedException;
import dev.couplet.transform.ValueRefusedException;

/**
 * The replies of Postfix's socketmap protocol: a status, a space, and the result or the
 * reason of an error.
 */
final class SocketmapReply {

	private SocketmapReply() {
	}

	/**
	 * Reads a reply.
	 * @param reply the reply
	 * @param value the value that was sent
	 * @return the result; for NOTFOUND, the value as it was sent
	 * @throws ValueRefusedException if the server has refused the value
	 * @throws RemoteFailedException if the server has failed, or the reply is malformed
	 */
	static byte[] result(byte[] reply, byte[] value) {
		int end = 0;
		while (end < reply.length && reply[end] != ' ') {
			end++;
		}
		String status = new String(reply, 0, end, StandardCharsets.US_ASCII);
		return switch ((end < reply.length) ? status : "") {
			case "OK" -> Arrays.copyOfRange(reply, end + 1, reply.length);
			case "NOTFOUND" -> value;
			case "PERM" -> throw new ValueRefusedException("the server refused the value");
			case "TEMP", "TIMEOUT" -> throw new RemoteFailedException("the server answered " + status);
			default -> throw new RemoteFailedException("the server sent a reply that is not of socketmap");
		};
	}

}
