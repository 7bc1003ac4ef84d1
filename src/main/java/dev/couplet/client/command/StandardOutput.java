package dev.couplet.client.command;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;

import org.jspecify.annotations.Nullable;

/**
 * Standard output, byte for byte: {@link System#out} would encode by the terminal's
 * locale and keep failures to itself. Remembers a failure, because whoever writes through
 * a {@link java.io.PrintWriter} never sees one.
 */
final class StandardOutput extends OutputStream {

	private final OutputStream output = new FileOutputStream(FileDescriptor.out);

	private @Nullable IOException failure;

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
	 * What went wrong.
	 * @return the last failure, or null where there was none
	 */
	@Nullable IOException failure() {
		return this.failure;
	}

	/**
	 * Tells whether the failure is no more than a reader who has seen enough, as in
	 * {@code | head -1}.
	 * @return whether there is nobody left to write for
	 */
	boolean isReaderGone() {
		// the message is in the language of the locale, and a pipe fails for no other
		// reason
		return this.failure != null && (Descriptor.OUTPUT.isPipe() || "Broken pipe".equals(this.failure.getMessage()));
	}

}
