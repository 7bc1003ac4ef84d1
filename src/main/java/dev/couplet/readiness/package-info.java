/**
 * Reports readiness to health checks that cannot use a port.
 */
@NullMarked
@ApplicationModule(displayName = "Readiness", allowedDependencies = "endpoint")
package dev.couplet.readiness;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
