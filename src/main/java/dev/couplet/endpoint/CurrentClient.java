package dev.couplet.endpoint;

import java.util.function.BooleanSupplier;

import jakarta.servlet.ServletRequest;

import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * Whether the client of the current thread's HTTP request is still connected. The web
 * server sets it for all protocols over HTTP.
 */
public final class CurrentClient {

	private static final String ATTRIBUTE = CurrentClient.class.getName();

	private CurrentClient() {
	}

	/**
	 * Sets how to check whether the client has disconnected.
	 * @param request the client's request
	 * @param gone returns true if the client has disconnected; called on the thread that
	 * serves the request
	 */
	public static void set(ServletRequest request, BooleanSupplier gone) {
		request.setAttribute(ATTRIBUTE, gone);
	}

	/**
	 * Returns whether the client has disconnected. The body must have been read.
	 * @return false if it is connected or this is unknown
	 */
	public static boolean isGone() {
		RequestAttributes request = RequestContextHolder.getRequestAttributes();
		return request != null
				&& request.getAttribute(ATTRIBUTE, RequestAttributes.SCOPE_REQUEST) instanceof BooleanSupplier gone
				&& gone.getAsBoolean();
	}

}
