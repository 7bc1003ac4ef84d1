package dev.couplet.client.command;

import java.io.IOException;
import java.io.OutputStream;

import org.jspecify.annotations.Nullable;

/**
 * Standard output as a byte stream. {@link System#out} would encode in the locale's
 * encoding and hide failures. This class keeps the last failure for callers that write
 * through a {@link java.io.PrintWriter}, which hides it too.
 */
final class StandardOutput extends OutputStream {

	private final OutputStream output;

	private @Nullable IOException failure;

	StandardOutput(OutputStream output) {
		this.output = output;
	}

	@Override
	public void write(int value) throws IOException {
		write(new byte[] { (byte) value }, 0, 1);
	}

	@Override
	public void write(byte[] bytes, int offset, int length) throws IOException {
		try {
			this.output.write(bytes, offset, length);
		}
		catch (IOException ex) {
			this.failure = ex;
			throw ex;
		}
	}

	/**
	 * Returns the last failure.
	 * @return the failure, or null if there was none
	 */
	@Nullable IOException failure() {
		return this.failure;
	}

	/**
	 * Returns whether the failure is a broken pipe: the reader has closed its end, as in
	 * {@code | head -1}.
	 * @return whether the reader has closed the pipe
	 */
	boolean isBrokenPipe() {
		// the message may be localized, and a pipe fails for no other reason
		return this.failure != null && (Descriptor.OUTPUT.isPipe() || "Broken pipe".equals(this.failure.getMessage()));
	}

}
