package dev.couplet.tcp;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/**
 * A file that may be a Unix domain socket. A symbolic link to one is not.
 *
 * @param path the path
 */
record SocketFile(Path path) {

	// the bits of a file's mode that are its type, and the type of sockets
	private static final int TYPE = 0170000;

	private static final int SOCKET = 0140000;

	boolean exists() {
		return Files.exists(this.path, LinkOption.NOFOLLOW_LINKS);
	}

	boolean isSocket() throws IOException {
		int mode = (int) Files.getAttribute(this.path, "unix:mode", LinkOption.NOFOLLOW_LINKS);
		return (mode & TYPE) == SOCKET;
	}

	/**
	 * Returns whether a server uses the socket.
	 * @return false if the server that created it has ended without deleting it
	 * @throws IOException if a client socket cannot be created
	 */
	boolean isUsed() throws IOException {
		try (SocketChannel client = SocketChannel.open(StandardProtocolFamily.UNIX)) {
			// otherwise it would wait for a server whose backlog is full
			client.configureBlocking(false);
			client.connect(UnixDomainSocketAddress.of(this.path));
			return true;
		}
		catch (ConnectException ex) {
			return false;
		}
		catch (SocketException ex) {
			// its backlog is full, or this process may not connect to it
			return true;
		}
	}

}
