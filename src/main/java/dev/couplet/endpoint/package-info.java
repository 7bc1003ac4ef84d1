/**
 * What every protocol needs of a server: the service as it calls it, timed, traced and
 * counted there, its settings, and its turn in the stop.
 */
@NullMarked
@ApplicationModule(displayName = "Endpoint", allowedDependencies = { "transform", "transform :: library" })
package dev.couplet.endpoint;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
