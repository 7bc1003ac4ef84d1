package dev.couplet.protocol.http.tomcat;

import java.io.IOException;

import dev.couplet.transform.MalformedRecipeException;
import dev.couplet.transform.PercentEncoding;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/**
 * Refuses requests whose query is not correctly percent-encoded, as Tomcat refuses such
 * paths. Otherwise it depends on the path whether the query is ever decoded.
 */
final class QueryValve extends ValveBase {

	QueryValve() {
		super(true);
	}

	@Override
	public void invoke(Request request, Response response) throws IOException, ServletException {
		String query = request.getQueryString();
		if (query == null || isWellFormed(query)) {
			getNext().invoke(request, response);
		}
		else {
			response.sendError(HttpServletResponse.SC_BAD_REQUEST);
		}
	}

	private static boolean isWellFormed(String query) {
		try {
			PercentEncoding.decode(query);
			return true;
		}
		catch (MalformedRecipeException ex) {
			return false;
		}
	}

}
