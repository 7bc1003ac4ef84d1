/**
 * The server side of all protocols: the port through which a protocol calls the service,
 * with metrics and traces; endpoints, with health and metrics; and the order in which the
 * parts of the server start and stop.
 */
@NullMarked
@ApplicationModule(displayName = "Endpoint",
		allowedDependencies = { "transform", "transform :: guess", "transform :: library", "transform :: remote" })
package dev.couplet.endpoint;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
