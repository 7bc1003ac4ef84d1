/**
 * HTTP: the catalogue, the transforms and the poems as a REST interface, with every
 * error, the framework's and the container's own included, as a problem (RFC 9457).
 */
@NullMarked
@ApplicationModule(displayName = "HTTP", allowedDependencies = { "transform", "endpoint", "poetry" })
package dev.couplet.protocol.http;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
