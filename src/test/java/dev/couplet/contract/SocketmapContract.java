package dev.couplet.contract;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;

import dev.couplet.SocketClient;
import dev.couplet.tcp.Listener;
import dev.couplet.transform.RemoteFailedException;
import dev.couplet.transform.RemoteTimeoutException;
import dev.couplet.transform.TransformException;
import dev.couplet.transform.TransformFailedException;
import dev.couplet.transform.UnavailableException;

import org.springframework.beans.factory.annotation.Autowired;

/**
 * The contract for the socketmap protocol.
 */
abstract class SocketmapContract extends ProtocolContract {

	private static final Set<Class<? extends TransformException>> MAY_WORK_LATER = Set.of(
			TransformFailedException.class, RemoteFailedException.class, RemoteTimeoutException.class,
			UnavailableException.class);

	@Autowired
	private Listener socketmapListener;

	/**
	 * Connects to the listener.
	 * @param port the port of the listener
	 * @return the client
	 */
	abstract SocketClient connect(int port);

	@Override
	String protocol() {
		return "socketmap";
	}

	@Override
	final Answer call(String recipe, byte[] text) {
		// a space would end the recipe
		String head = recipe.replace(" ", "%20") + " ";
		byte[] reply = Frames.payload(Frames.exchange(connect(this.socketmapListener.port()), head, text));
		int end = 0;
		while (reply[end] != ' ') {
			end++;
		}
		String word = new String(reply, 0, end, StandardCharsets.US_ASCII);
		return word.equals("OK") ? Answer.ok(Arrays.copyOfRange(reply, end + 1, reply.length)) : Answer.error(word);
	}

	@Override
	final String codeFor(Class<? extends TransformException> error) {
		return MAY_WORK_LATER.contains(error) ? "TEMP" : "PERM";
	}

}
