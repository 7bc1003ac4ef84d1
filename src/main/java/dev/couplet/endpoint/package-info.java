/**
 * What every protocol needs of the server: the port through which it calls the service,
 * timed, traced and counted there; its endpoint, with health and metrics; and the order
 * in which the parts of the server start and stop.
 */
@NullMarked
@ApplicationModule(displayName = "Endpoint", allowedDependencies = { "transform", "transform :: library" })
package dev.couplet.endpoint;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
