package dev.couplet.protocol.socketmap;

import java.util.Arrays;

import dev.couplet.tcp.FrameProtocol;
import dev.couplet.tcp.Reply;
import dev.couplet.tcp.RequestFrame;
import dev.couplet.transform.BadArgumentException;
import dev.couplet.transform.ClientGoneException;
import dev.couplet.transform.MalformedRecipeException;
import dev.couplet.transform.MalformedTextException;
import dev.couplet.transform.RemoteFailedException;
import dev.couplet.transform.RemoteTimeoutException;
import dev.couplet.transform.TooExpensiveException;
import dev.couplet.transform.TransformException;
import dev.couplet.transform.TransformFailedException;
import dev.couplet.transform.UnavailableException;
import dev.couplet.transform.UnknownTransformException;
import dev.couplet.transform.Utf8;
import dev.couplet.transform.Value;
import dev.couplet.transform.ValueRefusedException;
import dev.couplet.transform.ValueTooLargeException;
import org.jspecify.annotations.Nullable;

/**
 * Postfix's protocol, {@code socketmap_table(5)}: the request is
 * {@code <recipe> <value>}, the reply is {@code OK <result>}, or {@code PERM} or
 * {@code TEMP} with a reason, or {@code NOTFOUND} if it is wanted for a result that is
 * the value itself. The recipe takes the place of the map name.
 */
final class SocketmapProtocol implements FrameProtocol {

	private static final char SEPARATOR = ' ';

	private static final Reply NOT_FOUND = Reply.of(reply("NOTFOUND", new byte[0]));

	private final @Nullable Reply unchanged;

	SocketmapProtocol(Unchanged unchanged) {
		this.unchanged = switch (unchanged) {
			case OK -> null;
			case NOT_FOUND -> NOT_FOUND;
		};
	}

	@Override
	public RequestFrame read(byte[] frame) {
		return RequestFrame.read(frame, SEPARATOR);
	}

	@Override
	public Reply success(Value result) {
		return Reply.of(reply("OK", result.bytes()));
	}

	@Override
	public @Nullable Reply unchanged() {
		return this.unchanged;
	}

	@Override
	public Reply failure(TransformException error) {
		return Reply.of(reply(word(error), Utf8.encode(error.getMessage())));
	}

	private static String word(TransformException error) {
		// whether the same request may succeed later
		return switch (error) {
			case UnknownTransformException _, MalformedRecipeException _, BadArgumentException _,
					ValueRefusedException _, MalformedTextException _, ValueTooLargeException _,
					TooExpensiveException _ ->
				"PERM";
			case TransformFailedException _, RemoteFailedException _, RemoteTimeoutException _, UnavailableException _,
					ClientGoneException _ ->
				"TEMP";
		};
	}

	private static byte[] reply(String word, byte[] rest) {
		byte[] reply = Arrays.copyOf(Utf8.encode(word + SEPARATOR), word.length() + 1 + rest.length);
		System.arraycopy(rest, 0, reply, word.length() + 1, rest.length);
		return reply;
	}

}
