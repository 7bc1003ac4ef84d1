package dev.couplet.simulation;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

import dev.couplet.benchmark.Server;
import dev.couplet.benchmark.Service;
import dev.couplet.simulation.RequestKind.Protocol;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests to real instances in turn, each on a connection of its own.
 */
final class OpenLoop {

	private static final int TIMEOUT = 60_000;

	private static final String CHARACTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

	private final List<Server> servers;

	private final Map<String, byte[]> requests;

	/**
	 * Creates a load.
	 * @param servers the instances
	 * @param kinds the kinds of requests
	 */
	OpenLoop(List<Server> servers, List<RequestKind> kinds) {
		this.servers = servers;
		this.requests = kinds.stream().collect(Collectors.toMap(RequestKind::name, OpenLoop::request));
	}

	private static byte[] request(RequestKind kind) {
		String text = new Random(kind.bytes()).ints(kind.bytes(), 0, CHARACTERS.length())
			.mapToObj((index) -> CHARACTERS.substring(index, index + 1))
			.collect(Collectors.joining());
		String whole = switch (kind.protocol()) {
			case NETSTRING -> "%d:%s.%s,".formatted(kind.recipe().length() + 1 + kind.bytes(), kind.recipe(), text);
			case HTTP ->
				"POST /transforms/%s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: %d\r\n\r\n%s"
					.formatted(kind.recipe(), kind.bytes(), text);
		};
		return whole.getBytes(StandardCharsets.US_ASCII);
	}

	/**
	 * Sends requests when they are due, however long replies take.
	 * @param arrivals the requests
	 * @param seconds for how long
	 * @return what callers saw
	 * @throws IOException if a request has failed without being refused
	 */
	Sightings send(Arrivals arrivals, double seconds) throws IOException {
		Sightings sightings = new Sightings(seconds);
		AtomicReference<@Nullable IOException> failure = new AtomicReference<>();
		try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
			long start = System.nanoTime();
			long sent = 0;
			Arrivals.Arrival next = arrivals.next();
			while (next.time() < seconds) {
				sleepUntil(start + Math.round(TimeUnit.SECONDS.toNanos(1) * next.time()));
				Server server = this.servers.get((int) (sent++ % this.servers.size()));
				Arrivals.Arrival due = next;
				clients.execute(() -> {
					try {
						boolean served = isServed(due.kind(), server);
						sightings.add(due.kind(), due.time(), secondsSince(start), served);
					}
					catch (IOException ex) {
						failure.set(ex);
					}
				});
				next = arrivals.next();
			}
		}
		if (failure.get() != null) {
			throw new IOException("a request has failed", failure.get());
		}
		return sightings;
	}

	/**
	 * Sends requests of one kind to the first instance, each when the one before on the
	 * same client has ended.
	 * @param kind the kind
	 * @param clients the number of clients
	 * @param seconds for how long
	 * @return what callers saw, with every request sent at time 0
	 * @throws IOException if a request has failed or was refused
	 */
	Sightings repeat(RequestKind kind, int clients, double seconds) throws IOException {
		Sightings sightings = new Sightings(seconds);
		AtomicReference<@Nullable IOException> failure = new AtomicReference<>();
		AtomicLong turn = new AtomicLong();
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			long start = System.nanoTime();
			for (int i = 0; i < clients; i++) {
				threads.execute(() -> {
					try {
						while (secondsSince(start) < seconds) {
							long began = System.nanoTime();
							Server server = this.servers.get((int) (turn.getAndIncrement() % this.servers.size()));
							if (!isServed(kind, server)) {
								throw new IOException("refused: " + kind.name());
							}
							sightings.add(kind, 0, secondsSince(began), true);
						}
					}
					catch (IOException ex) {
						failure.set(ex);
					}
				});
			}
		}
		if (failure.get() != null) {
			throw new IOException("a request has failed", failure.get());
		}
		return sightings;
	}

	private boolean isServed(RequestKind kind, Server server) throws IOException {
		Service service = (kind.protocol() == Protocol.HTTP) ? Service.HTTP : Service.NETSTRING;
		InetSocketAddress address = server.address(service);
		try (Socket socket = new Socket()) {
			socket.setSoTimeout(TIMEOUT);
			socket.setTcpNoDelay(true);
			socket.connect(address, TIMEOUT);
			OutputStream output = socket.getOutputStream();
			output.write(this.requests.getOrDefault(kind.name(), new byte[0]));
			InputStream input = socket.getInputStream();
			String reply = new String(input.readAllBytes(), StandardCharsets.ISO_8859_1);
			if (kind.protocol() == Protocol.NETSTRING) {
				return !reply.isEmpty();
			}
			if (!reply.startsWith("HTTP/1.1 200") && !reply.startsWith("HTTP/1.1 503")) {
				throw new IOException("unexpected: " + reply.lines().findFirst().orElse("no reply"));
			}
			return reply.startsWith("HTTP/1.1 200");
		}
	}

	private static double secondsSince(long start) {
		return (double) (System.nanoTime() - start) / TimeUnit.SECONDS.toNanos(1);
	}

	private static void sleepUntil(long time) {
		long left = time - System.nanoTime();
		while (left > 0) {
			LockSupport.parkNanos(left);
			left = time - System.nanoTime();
		}
	}

}
