/**
 * Tells whether the server is ready, to whoever cannot ask one of its ports.
 */
@NullMarked
@ApplicationModule(displayName = "Readiness", allowedDependencies = "endpoint")
package dev.couplet.readiness;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
