package dev.couplet.protocol.http;

import java.util.function.BooleanSupplier;

import jakarta.servlet.ServletRequest;

import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * The client whose request is served on this thread.
 */
public final class CurrentClient {

	private static final String ATTRIBUTE = CurrentClient.class.getName();

	private CurrentClient() {
	}

	/**
	 * Says how to ask whether it has left.
	 * @param request its request
	 * @param gone tells whether it has left; asked by the thread that serves the request
	 */
	public static void set(ServletRequest request, BooleanSupplier gone) {
		request.setAttribute(ATTRIBUTE, gone);
	}

	/**
	 * Tells whether it has left. To be asked when the body has been read.
	 * @return false also where that cannot be told
	 */
	static boolean isGone() {
		RequestAttributes request = RequestContextHolder.getRequestAttributes();
		return request != null
				&& request.getAttribute(ATTRIBUTE, RequestAttributes.SCOPE_REQUEST) instanceof BooleanSupplier gone
				&& gone.getAsBoolean();
	}

}
