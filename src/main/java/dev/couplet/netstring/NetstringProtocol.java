package dev.couplet.netstring;

import dev.couplet.tcp.FrameHandler;
import dev.couplet.tcp.Reply;
import dev.couplet.transform.FailedRequests;
import dev.couplet.transform.FailureReason;
import dev.couplet.transform.TimedTransforms;
import dev.couplet.transform.TransformException;
import dev.couplet.transform.Utf8;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The tutorial's protocol: {@code <recipe>.<text>} in, the result out. It has no way to
 * say what went wrong, so whatever goes wrong closes the connection without a reply.
 */
final class NetstringProtocol implements FrameHandler {

	private static final Logger logger = LoggerFactory.getLogger(NetstringProtocol.class);

	private static final char SEPARATOR = '.';

	private final TimedTransforms transforms;

	private final FailedRequests failed;

	private final boolean keepAlive;

	NetstringProtocol(TimedTransforms transforms, FailedRequests failed, boolean keepAlive) {
		this.transforms = transforms;
		this.failed = failed;
		this.keepAlive = keepAlive;
	}

	@Override
	public Reply handle(byte[] frame) {
		try {
			RequestFrame request = RequestFrame.read(frame, SEPARATOR);
			byte[] result = Utf8.encode(this.transforms.transform(request.recipe(), request.text()));
			return this.keepAlive ? Reply.of(result) : Reply.last(result);
		}
		catch (TransformException ex) {
			this.failed.count(ex);
			logger.debug("A request was refused: {}", FailureReason.of(ex).word());
			return Reply.close();
		}
	}

}
