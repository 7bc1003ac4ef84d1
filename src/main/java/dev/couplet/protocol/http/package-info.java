/**
 * The REST interface: the catalogue, the transforms and the poems. All errors, including
 * those of the framework and the container, are problem details (RFC 9457).
 */
@NullMarked
@ApplicationModule(displayName = "HTTP",
		allowedDependencies = { "transform", "transform :: guess", "endpoint", "poetry" })
package dev.couplet.protocol.http;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
