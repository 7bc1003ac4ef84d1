package dev.couplet.protocol.http.tomcat;

import java.time.Duration;
import java.util.function.IntSupplier;

import dev.couplet.endpoint.FailedRequests;

/**
 * How long a request may take to arrive, or the handshake before the first.
 *
 * @param request from the first byte to the last; 0 is for ever
 * @param silence Tomcat's own timeout between two bytes, in milliseconds; none where it
 * is not positive
 * @param failed where who is late is counted
 */
record RequestTimeouts(Duration request, IntSupplier silence, FailedRequests failed) {

}
