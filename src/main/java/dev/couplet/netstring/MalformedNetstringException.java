package dev.couplet.netstring;

import java.net.ProtocolException;

import org.springframework.modulith.NamedInterface;

/**
 * Bytes that are no netstring, or one that is too long. The message holds none of them.
 */
@NamedInterface("codec")
public final class MalformedNetstringException extends ProtocolException {

	private static final long serialVersionUID = 1L;

	MalformedNetstringException(String message) {
		super(message);
	}

}
