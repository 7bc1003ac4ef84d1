/**
 * HTTP: the playground, and the catalogue and the transforms as a REST interface, with
 * every error, the framework's and the container's own included, as a problem (RFC 9457).
 */
@NullMarked
@ApplicationModule(displayName = "HTTP", allowedDependencies = "transform")
package dev.couplet.http;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
