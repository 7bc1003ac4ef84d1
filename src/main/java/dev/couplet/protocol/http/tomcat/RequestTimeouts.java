package dev.couplet.protocol.http.tomcat;

import java.time.Duration;
import java.util.function.IntSupplier;

import dev.couplet.endpoint.FailedRequests;

/**
 * The timeouts of requests and of TLS handshakes.
 *
 * @param request the maximum time from the first byte to the last; 0 means no timeout
 * @param betweenBytes Tomcat's timeout between two bytes, in milliseconds; no timeout if
 * it is not positive
 * @param failed counts requests that time out
 */
record RequestTimeouts(Duration request, IntSupplier betweenBytes, FailedRequests failed) {

}
