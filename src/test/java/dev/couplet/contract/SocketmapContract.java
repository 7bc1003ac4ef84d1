package dev.couplet.contract;

import dev.couplet.SocketClient;
import dev.couplet.tcp.Listener;
import dev.couplet.transform.TransformException;
import dev.couplet.transform.TransformFailedException;
import dev.couplet.transform.UnavailableException;

import org.springframework.beans.factory.annotation.Autowired;

/**
 * The contract for the socketmap protocol.
 */
abstract class SocketmapContract extends ProtocolContract {

	@Autowired
	private Listener socketmapListener;

	/**
	 * Connects to the listener.
	 * @param port the port of the listener
	 * @return the client
	 */
	abstract SocketClient connect(int port);

	@Override
	final String protocol() {
		return "socketmap";
	}

	@Override
	final Answer call(String recipe, byte[] text) {
		// a space would end the recipe
		String head = recipe.replace(" ", "%20") + " ";
		String reply = Frames.payload(Frames.exchange(connect(this.socketmapListener.port()), head, text));
		return reply.startsWith("OK ") ? Answer.ok(reply.substring("OK ".length()))
				: Answer.error(reply.substring(0, reply.indexOf(' ')));
	}

	@Override
	final String codeFor(Class<? extends TransformException> error) {
		boolean mayWorkLater = error == TransformFailedException.class || error == UnavailableException.class;
		return mayWorkLater ? "TEMP" : "PERM";
	}

}
