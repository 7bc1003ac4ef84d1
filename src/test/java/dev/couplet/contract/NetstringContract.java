package dev.couplet.contract;

import dev.couplet.SocketClient;
import dev.couplet.tcp.Listener;
import dev.couplet.transform.TransformException;

import org.springframework.beans.factory.annotation.Autowired;

/**
 * The contract for the netstring protocol.
 */
abstract class NetstringContract extends ProtocolContract {

	@Autowired
	private Listener netstringListener;

	/**
	 * Connects to the listener.
	 * @param port the port of the listener
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
	final String codeFor(Class<? extends TransformException> error) {
		return "closed";
	}

}
