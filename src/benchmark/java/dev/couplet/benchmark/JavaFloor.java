package dev.couplet.benchmark;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * A minimal Java server for netstrings: one virtual thread for each connection, no
 * framework, no limits, no deadlines, no catalogue. The comparison shows the cost of
 * everything else.
 */
final class JavaFloor {

	private static final int BACKLOG = 4096;

	private static final String RECIPE = "cummingsify";

	private final char separator;

	private final String prefix;

	private final boolean session;

	private JavaFloor(char separator, String prefix, boolean session) {
		this.separator = separator;
		this.prefix = prefix;
		this.session = session;
	}

	/**
	 * Serves until the process is killed.
	 * @param arguments the one-shot port and the session port
	 * @throws Exception if a port cannot be bound
	 */
	static void main(String[] arguments) throws Exception {
		Thread oneShot = new JavaFloor('.', "", false).listen(Integer.parseInt(arguments[0]));
		Thread session = new JavaFloor(' ', "OK ", true).listen(Integer.parseInt(arguments[1]));
		oneShot.join();
		session.join();
	}

	private Thread listen(int port) throws IOException {
		ServerSocket listener = new ServerSocket(port, BACKLOG, InetAddress.getLoopbackAddress());
		return Thread.ofPlatform().start(() -> accept(listener));
	}

	private void accept(ServerSocket listener) {
		try (listener) {
			while (true) {
				Socket client = listener.accept();
				Thread.startVirtualThread(() -> serve(client));
			}
		}
		catch (IOException ex) {
			System.err.println(ex);
		}
	}

	private void serve(Socket client) {
		try (client) {
			client.setTcpNoDelay(true);
			InputStream input = new BufferedInputStream(client.getInputStream());
			OutputStream output = new BufferedOutputStream(client.getOutputStream());
			do {
				write(output, answer(read(input)));
				// replies to pipelined requests are sent together
				if (!this.session || input.available() == 0) {
					output.flush();
				}
			}
			while (this.session);
		}
		catch (IOException ex) {
			// the client has disconnected
		}
	}

	private byte[] answer(byte[] frame) throws IOException {
		String request = new String(frame, StandardCharsets.UTF_8);
		int end = request.indexOf(this.separator);
		if (end < 0 || !request.substring(0, end).equals(RECIPE)) {
			throw new IOException("there is no such transform");
		}
		String result = request.substring(end + 1).toLowerCase(Locale.ROOT);
		return (this.prefix + result).getBytes(StandardCharsets.UTF_8);
	}

	private static byte[] read(InputStream input) throws IOException {
		int length = 0;
		for (int digit = input.read(); digit != ':'; digit = input.read()) {
			if (digit < '0' || digit > '9') {
				throw new EOFException();
			}
			length = length * 10 + digit - '0';
		}
		byte[] frame = input.readNBytes(length);
		if (input.read() != ',') {
			throw new EOFException();
		}
		return frame;
	}

	private static void write(OutputStream output, byte[] frame) throws IOException {
		output.write(Integer.toString(frame.length).getBytes(StandardCharsets.US_ASCII));
		output.write(':');
		output.write(frame);
		output.write(',');
	}

}
