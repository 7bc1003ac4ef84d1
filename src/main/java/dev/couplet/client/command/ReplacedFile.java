package dev.couplet.client.command;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A file that is replaced at once: what is written goes to a temporary file in the same
 * folder, which takes the place of the file at the end. If anything fails, the file stays
 * as it was. So a file may be read and replaced by the same command.
 *
 * <p>
 * Symbolic links are followed, and permissions are kept. A device, a pipe, or whatever is
 * behind the descriptor of a process, such as {@code /dev/fd/3}, is not replaced but
 * written.
 */
final class ReplacedFile extends OutputStream {

	private static final int MAX_LINKS = 40;

	// its links lead to open files, and are no paths
	private static final Path PROCESSES = Path.of("/proc");

	// as given, for messages
	private final Path name;

	private final Path target;

	private final Path written;

	private final FileChannel channel;

	private final OutputStream output;

	private ReplacedFile(Path name, Path target, Path written, FileChannel channel) {
		this.name = name;
		this.target = target;
		this.written = written;
		this.channel = channel;
		this.output = new BufferedOutputStream(Channels.newOutputStream(channel));
	}

	/**
	 * Creates the temporary file.
	 * @param file the file to replace, or to create
	 * @return the replacement
	 * @throws IOException if it cannot be written; the message gives the reason
	 */
	static ReplacedFile at(Path file) throws IOException {
		Path target = followLinks(file);
		if (Files.isDirectory(target)) {
			throw new IOException(file + " is a folder");
		}
		boolean exists = Files.exists(target);
		try {
			if (exists && !Files.isWritable(target)) {
				// its error says why, such as a read-only file system
				FileChannel.open(target, StandardOpenOption.WRITE).close();
			}
			if (isDescriptor(target)) {
				return new ReplacedFile(file, target, target, FileChannel.open(target, StandardOpenOption.APPEND));
			}
			if (exists && !Files.isRegularFile(target)) {
				return new ReplacedFile(file, target, target, FileChannel.open(target, StandardOpenOption.WRITE));
			}
			Path temporary = target.resolveSibling(temporaryName());
			// also if the program is interrupted
			temporary.toFile().deleteOnExit();
			ReplacedFile replaced = new ReplacedFile(file, target, temporary,
					FileChannel.open(temporary, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW));
			if (exists) {
				replaced.keepPermissions();
			}
			return replaced;
		}
		catch (IOException ex) {
			throw FileErrors.unwritable(file, ex);
		}
	}

	// also one that leads to a file that does not exist yet
	private static Path followLinks(Path file) throws IOException {
		Path target = file.toAbsolutePath();
		for (int i = 0; Files.isSymbolicLink(target) && !isDescriptor(target); i++) {
			if (i == MAX_LINKS) {
				throw new IOException(file + " cannot be written: its symbolic links form a circle");
			}
			target = target.resolveSibling(Files.readSymbolicLink(target));
		}
		return target;
	}

	private static boolean isDescriptor(Path file) throws IOException {
		Path folder = file.getParent();
		return folder != null && Files.isDirectory(folder) && folder.toRealPath().startsWith(PROCESSES);
	}

	private static String temporaryName() {
		return ".couplet-" + Long.toHexString(ThreadLocalRandom.current().nextLong()) + ".tmp";
	}

	private void keepPermissions() throws IOException {
		try {
			keepPermissions(this.target, this.written);
		}
		catch (IOException ex) {
			close();
			throw ex;
		}
	}

	private static void keepPermissions(Path from, Path to) throws IOException {
		PosixFileAttributeView view = Files.getFileAttributeView(to, PosixFileAttributeView.class);
		if (view == null) {
			return;
		}
		PosixFileAttributes attributes = Files.readAttributes(from, PosixFileAttributes.class);
		try {
			view.setOwner(attributes.owner());
			view.setGroup(attributes.group());
		}
		catch (IOException ex) {
			// only root may give a file to another user
		}
		view.setPermissions(attributes.permissions());
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
			throw FileErrors.unwritable(this.name, ex);
		}
	}

	@Override
	public void flush() throws IOException {
		try {
			this.output.flush();
		}
		catch (IOException ex) {
			throw FileErrors.unwritable(this.name, ex);
		}
	}

	/**
	 * Replaces the file by what has been written.
	 * @throws IOException if it cannot be written; the message gives the reason
	 */
	void commit() throws IOException {
		flush();
		try {
			if (isTemporary()) {
				// on the disk before the old content is gone
				this.channel.force(true);
				this.channel.close();
				Files.move(this.written, this.target, StandardCopyOption.ATOMIC_MOVE);
			}
		}
		catch (IOException ex) {
			throw FileErrors.unwritable(this.name, ex);
		}
	}

	@Override
	public void close() throws IOException {
		this.channel.close();
		if (isTemporary()) {
			Files.deleteIfExists(this.written);
		}
	}

	private boolean isTemporary() {
		return !this.written.equals(this.target);
	}

}
