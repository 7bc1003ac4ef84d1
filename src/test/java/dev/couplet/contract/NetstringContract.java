package dev.couplet.contract;

import dev.couplet.SocketClient;
import dev.couplet.tcp.Listener;
import dev.couplet.transform.TransformException;

import org.springframework.beans.factory.annotation.Autowired;

/**
 * The contract as the netstring protocol keeps it.
 */
abstract class NetstringContract extends ProtocolContract {

	@Autowired
	private Listener netstringListener;

	/**
	 * Connects as a client of this protocol does.
	 * @param port the listener's
	 * @return the client
	 */
	abstract SocketClient connect(int port);

	@Override
	final String protocol() {
		return "netstring";
	}

	@Override
	final Answer call(String recipe, byte[] text) {
		byte[] reply = Frames.exchange(connect(this.netstringListener.port()), recipe + ".", text);
		return (reply.length == 0) ? Answer.error("closed") : Answer.ok(Frames.payload(reply));
	}

	@Override
	final String wordFor(Class<? extends TransformException> error) {
		return "closed";
	}

}
