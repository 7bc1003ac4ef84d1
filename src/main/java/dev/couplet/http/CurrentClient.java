package dev.couplet.http;

import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * The client whose request is served on this thread.
 */
final class CurrentClient {

	private CurrentClient() {
	}

	/**
	 * Tells whether it has left. To be asked when the body has been read.
	 * @return false also where that cannot be told
	 */
	static boolean isGone() {
		RequestAttributes request = RequestContextHolder.getRequestAttributes();
		return request != null
				&& request.getAttribute(RequestText.READER,
						RequestAttributes.SCOPE_REQUEST) instanceof DeadlineProcessor processor
				&& processor.isClientGone();
	}

}
