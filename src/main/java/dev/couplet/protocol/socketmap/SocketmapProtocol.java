package dev.couplet.protocol.socketmap;

import dev.couplet.tcp.FrameProtocol;
import dev.couplet.tcp.Reply;
import dev.couplet.tcp.RequestFrame;
import dev.couplet.transform.BadArgumentException;
import dev.couplet.transform.ClientGoneException;
import dev.couplet.transform.MalformedRecipeException;
import dev.couplet.transform.MalformedTextException;
import dev.couplet.transform.TextRefusedException;
import dev.couplet.transform.TextTooLargeException;
import dev.couplet.transform.TooExpensiveException;
import dev.couplet.transform.TransformException;
import dev.couplet.transform.TransformFailedException;
import dev.couplet.transform.UnavailableException;
import dev.couplet.transform.UnknownTransformException;
import dev.couplet.transform.Utf8;

/**
 * Postfix's protocol, {@code socketmap_table(5)}: the request is {@code <recipe> <text>},
 * the reply is {@code OK <result>}, or {@code PERM} or {@code TEMP} with a reason. The
 * recipe takes the place of the map name.
 */
final class SocketmapProtocol implements FrameProtocol {

	private static final char SEPARATOR = ' ';

	@Override
	public RequestFrame read(byte[] frame) {
		return RequestFrame.read(frame, SEPARATOR);
	}

	@Override
	public Reply success(String result) {
		return Reply.of(reply("OK", result));
	}

	@Override
	public Reply failure(TransformException error) {
		return Reply.of(reply(word(error), error.getMessage()));
	}

	private static String word(TransformException error) {
		// a mail system gives up after PERM, and retries after TEMP
		return switch (error) {
			case UnknownTransformException _, MalformedRecipeException _, BadArgumentException _,
					TextRefusedException _, MalformedTextException _, TextTooLargeException _,
					TooExpensiveException _ ->
				"PERM";
			case TransformFailedException _, UnavailableException _, ClientGoneException _ -> "TEMP";
		};
	}

	private static byte[] reply(String word, String rest) {
		return Utf8.encode(word + SEPARATOR + rest);
	}

}
