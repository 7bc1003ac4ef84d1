package dev.couplet.contract;

import dev.couplet.SocketClient;
import dev.couplet.tcp.Listener;
import dev.couplet.transform.TransformException;
import dev.couplet.transform.TransformFailedException;
import dev.couplet.transform.UnavailableException;

import org.springframework.beans.factory.annotation.Autowired;

/**
 * The contract as the socketmap protocol keeps it.
 */
abstract class SocketmapContract extends ProtocolContract {

	@Autowired
	private Listener socketmapListener;

	/**
	 * Connects as a client of this protocol does.
	 * @param port the listener's
	 * @return the client
	 */
	abstract SocketClient connect(int port);

	@Override
	final String protocol() {
		return "socketmap";
	}

	@Override
	final Answer call(String recipe, byte[] text) {
		// in a recipe, the space that would end it is written like any other character
		String head = recipe.replace(" ", "%20") + " ";
		String reply = Frames.payload(Frames.exchange(connect(this.socketmapListener.port()), head, text));
		return reply.startsWith("OK ") ? Answer.ok(reply.substring("OK ".length()))
				: Answer.error(reply.substring(0, reply.indexOf(' ')));
	}

	@Override
	final String wordFor(Class<? extends TransformException> error) {
		boolean mayWorkLater = error == TransformFailedException.class || error == UnavailableException.class;
		return mayWorkLater ? "TEMP" : "PERM";
	}

}
