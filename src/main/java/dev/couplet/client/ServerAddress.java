package dev.couplet.client;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a server listens.
 *
 * @param host a name or an address, an IPv6 address without brackets; letters, digits and
 * {@code . - _ : %} only, so that it can be shown as it is
 * @param port 1 to 65535
 */
public record ServerAddress(String host, int port) {

	/**
	 * The greatest port.
	 */
	public static final int MAX_PORT = 65535;

	private static final String DEFAULT_HOST = "localhost";

	private static final Pattern HOST = Pattern.compile("[\\p{L}\\p{N}._:%-]+");

	private static final Pattern WRITTEN = Pattern.compile("(?:(\\[[^\\]]*:[^\\]]*\\]|[^:\\[\\]]+):)?([0-9]{1,5})");

	public ServerAddress {
		if (!HOST.matcher(host).matches()) {
			throw new IllegalArgumentException("not the name or the address of a host");
		}
		if (port < 1 || port > MAX_PORT) {
			throw new IllegalArgumentException("a port is from 1 to " + MAX_PORT);
		}
	}

	/**
	 * Reads an address as people write it: {@code localhost:11000}, {@code [::1]:11000},
	 * or {@code 11000}, which is a port of localhost.
	 * @param written the address
	 * @return the address
	 * @throws IllegalArgumentException where it is not one; the message says what one is
	 */
	public static ServerAddress parse(String written) {
		Matcher parts = WRITTEN.matcher(written);
		if (!parts.matches()) {
			throw new IllegalArgumentException("an address is HOST:PORT or PORT, and an IPv6 address has brackets");
		}
		String host = (parts.group(1) != null) ? parts.group(1) : DEFAULT_HOST;
		String bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
		return new ServerAddress(bare, Integer.parseInt(parts.group(2)));
	}

	/**
	 * The address as people write it.
	 * @return what {@link #parse} reads
	 */
	@Override
	public String toString() {
		return ((this.host.indexOf(':') < 0) ? this.host : "[" + this.host + "]") + ":" + this.port;
	}

}
