/**
 * Turns tracing off unless a collector is configured.
 */
@NullMarked
@ApplicationModule(displayName = "Tracing", allowedDependencies = {})
package dev.couplet.tracing;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
