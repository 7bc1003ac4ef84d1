package dev.couplet.client;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The address of a server.
 *
 * @param host a host name or IP address, an IPv6 address without brackets. Only letters,
 * digits and {@code . - _ : %}, so that it is safe to print
 * @param port 1 to 65535
 */
public record ServerAddress(String host, int port) {

	/**
	 * The maximum port number.
	 */
	public static final int MAX_PORT = 65535;

	private static final String DEFAULT_HOST = "localhost";

	private static final Pattern HOST = Pattern.compile("[\\p{L}\\p{N}._:%-]+");

	private static final Pattern ADDRESS = Pattern.compile("(?:(\\[[^\\]]*:[^\\]]*\\]|[^:\\[\\]]+):)?([0-9]{1,5})");

	public ServerAddress {
		if (!HOST.matcher(host).matches()) {
			throw new IllegalArgumentException("invalid host name or IP address");
		}
		if (port < 1 || port > MAX_PORT) {
			throw new IllegalArgumentException("a port must be from 1 to " + MAX_PORT);
		}
	}

	/**
	 * Parses an address such as {@code localhost:11000}, {@code [::1]:11000}, or
	 * {@code 11000}, which is a port of localhost.
	 * @param address the address as text
	 * @return the address
	 * @throws IllegalArgumentException if it is invalid; the message gives the format
	 */
	public static ServerAddress parse(String address) {
		Matcher parts = ADDRESS.matcher(address);
		if (!parts.matches()) {
			throw new IllegalArgumentException(
					"an address must be HOST:PORT or PORT, with an IPv6 address in brackets");
		}
		String host = (parts.group(1) != null) ? parts.group(1) : DEFAULT_HOST;
		String bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
		return new ServerAddress(bare, Integer.parseInt(parts.group(2)));
	}

	/**
	 * Returns the address in the format of {@link #parse}.
	 * @return the address as text
	 */
	@Override
	public String toString() {
		return ((this.host.indexOf(':') < 0) ? this.host : "[" + this.host + "]") + ":" + this.port;
	}

}
