package dev.couplet.socketmap;

import dev.couplet.netstring.RequestFrame;
import dev.couplet.tcp.FrameHandler;
import dev.couplet.tcp.Reply;
import dev.couplet.transform.BadArgumentException;
import dev.couplet.transform.FailedRequests;
import dev.couplet.transform.MalformedRecipeException;
import dev.couplet.transform.MalformedTextException;
import dev.couplet.transform.TextRefusedException;
import dev.couplet.transform.TextTooLargeException;
import dev.couplet.transform.TimedTransforms;
import dev.couplet.transform.TransformException;
import dev.couplet.transform.TransformFailedException;
import dev.couplet.transform.UnavailableException;
import dev.couplet.transform.UnknownTransformException;
import dev.couplet.transform.Utf8;

/**
 * Postfix's protocol, {@code socketmap_table(5)}: {@code <recipe> <text>} in,
 * {@code OK <result>} out, and a word of its own for whatever goes wrong. The recipe
 * stands where Postfix has the name of a map.
 */
final class SocketmapProtocol implements FrameHandler {

	private static final char SEPARATOR = ' ';

	private final TimedTransforms transforms;

	private final FailedRequests failed;

	SocketmapProtocol(TimedTransforms transforms, FailedRequests failed) {
		this.transforms = transforms;
		this.failed = failed;
	}

	@Override
	public Reply handle(byte[] frame) {
		try {
			RequestFrame request = RequestFrame.read(frame, SEPARATOR);
			return Reply.of(reply("OK", this.transforms.transform(request.recipe(), request.text())));
		}
		catch (TransformException ex) {
			this.failed.count(ex);
			return Reply.of(reply(word(ex), ex.getMessage()));
		}
	}

	/**
	 * A frame that is refused by its length alone cannot be skipped, so its session ends;
	 * but the client learns why.
	 */
	@Override
	public Reply handleTooLarge() {
		return Reply.last(reply("PERM", new TextTooLargeException(this.transforms.limit().bytes()).getMessage()));
	}

	private static String word(TransformException error) {
		// what a mail system makes of it: after PERM it gives up, after TEMP it asks
		// again
		return switch (error) {
			case UnknownTransformException _, MalformedRecipeException _, BadArgumentException _,
					TextRefusedException _, MalformedTextException _, TextTooLargeException _ ->
				"PERM";
			case TransformFailedException _, UnavailableException _ -> "TEMP";
		};
	}

	private static byte[] reply(String word, String rest) {
		return Utf8.encode(word + SEPARATOR + rest);
	}

}
