package dev.couplet.protocol.socketmap;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;

import org.awaitility.Awaitility;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A Postfix mail server with a configuration, queue and log of its own. It accepts mail
 * for ann@example over SMTP, and discards it.
 */
final class Postfix implements AutoCloseable {

	private static final int TIMEOUT_MILLIS = 20_000;

	private static final String MAIN = """
			compatibility_level = 3.6
			config_directory = DIRECTORY/etc
			queue_directory = DIRECTORY/queue
			data_directory = DIRECTORY/data
			maillog_file = DIRECTORY/mail.log
			maillog_file_prefixes = DIRECTORY
			myhostname = mx.example
			mydestination = example
			inet_interfaces = 127.0.0.1
			inet_protocols = ipv4
			mynetworks = 127.0.0.0/8
			alias_maps =
			alias_database =
			local_recipient_maps = inline:{ann@example=here}
			local_transport = discard:
			default_transport = discard:
			""";

	private static final String MASTER = """
			127.0.0.1:PORT inet n - n - - smtpd
			postlog unix-dgram n - n - 1 postlogd
			cleanup unix n - n - 0 cleanup
			qmgr unix n - n 300 1 qmgr
			rewrite unix - - n - - trivial-rewrite
			bounce unix - - n - 0 bounce
			defer unix - - n - 0 bounce
			trace unix - - n - 0 bounce
			anvil unix - - n - 1 anvil
			discard unix - - n - - discard
			error unix - - n - - error
			retry unix - - n - - error
			pickup unix n - n 60 1 pickup
			showq unix n - n - - showq
			""";

	private final Path directory;

	private final int port;

	private Postfix(Path directory, int port) {
		this.directory = directory;
		this.port = port;
	}

	/**
	 * Returns whether Postfix is installed and this process may start it.
	 */
	static boolean isAvailable() {
		return "root".equals(System.getProperty("user.name")) && Files.isExecutable(Path.of("/usr/sbin/postfix"));
	}

	/**
	 * Starts Postfix.
	 * @param directory an empty directory
	 * @param setting a line of main.cf
	 */
	static Postfix start(Path directory, String setting) throws IOException {
		// its processes do not run as root
		Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
		Postfix postfix = new Postfix(directory, freePort());
		for (String folder : new String[] { "etc", "queue", "data" }) {
			Files.createDirectory(directory.resolve(folder));
		}
		Files.setAttribute(directory.resolve("data"), "posix:owner",
				directory.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("postfix"));
		Files.writeString(directory.resolve("etc/main.cf"),
				MAIN.replace("DIRECTORY", directory.toString()) + setting + "\n");
		Files.writeString(directory.resolve("etc/master.cf"), MASTER.replace("PORT", Integer.toString(postfix.port)));
		postfix.command("start");
		return postfix;
	}

	private static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0, 0, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
	}

	private void command(String command) throws IOException {
		Process process = new ProcessBuilder("/usr/sbin/postfix", "-c", this.directory.resolve("etc").toString(),
				command)
			.redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.DISCARD)
			.start();
		assertThat(process.onExit()).as(command).succeedsWithin(Duration.ofSeconds(60)).returns(0, Process::exitValue);
	}

	/**
	 * Sends a mail.
	 * @return the reply to the recipient, or that to the text if the recipient is
	 * accepted
	 */
	String send(String recipient) throws IOException {
		try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), this.port)) {
			socket.setSoTimeout(TIMEOUT_MILLIS);
			BufferedReader replies = new BufferedReader(
					new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
			replies.readLine();
			exchange(socket, replies, "HELO client.example");
			exchange(socket, replies, "MAIL FROM:<joe@client.example>");
			String reply = exchange(socket, replies, "RCPT TO:<" + recipient + ">");
			if (!reply.startsWith("250 ")) {
				return reply;
			}
			exchange(socket, replies, "DATA");
			return exchange(socket, replies, "Subject: a poem\r\n\r\nHERE IS MY POEM\r\n.");
		}
	}

	private static String exchange(Socket socket, BufferedReader replies, String command) throws IOException {
		socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.US_ASCII));
		return replies.readLine();
	}

	/**
	 * Waits until a line of the log contains a text.
	 */
	void awaitLog(String text) {
		Awaitility.await().untilAsserted(() -> assertThat(this.directory.resolve("mail.log")).content().contains(text));
	}

	@Override
	public void close() throws IOException {
		command("stop");
	}

}
