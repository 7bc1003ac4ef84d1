package dev.couplet.protocol.http.tomcat;

import java.io.IOException;
import java.util.Locale;
import java.util.Set;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/**
 * Refuses requests for unknown hosts, as a protection against DNS rebinding: a web page
 * can have its own host name resolved to an address of this machine, and the browser then
 * lets it read the responses of this server. The Host header contains the name.
 */
final class HostValve extends ValveBase {

	private static final int MISDIRECTED_REQUEST = 421;

	private final Set<String> hosts;

	/**
	 * Creates a valve.
	 * @param hosts the accepted host names and IP addresses, in lower case and without
	 * ports
	 */
	HostValve(Set<String> hosts) {
		super(true);
		this.hosts = hosts;
	}

	@Override
	public void invoke(Request request, Response response) throws IOException, ServletException {
		boolean malformed = response.getStatus() >= HttpServletResponse.SC_BAD_REQUEST;
		if (malformed || isAllowed(request)) {
			getNext().invoke(request, response);
		}
		else {
			response.sendError(MISDIRECTED_REQUEST);
		}
	}

	private boolean isAllowed(Request request) {
		String host = request.getServerName();
		if (this.hosts.contains(host) || this.hosts.contains(host.toLowerCase(Locale.ROOT))) {
			return true;
		}
		// browsers always send a Host header
		return request.getHeader("Host") == null;
	}

}
