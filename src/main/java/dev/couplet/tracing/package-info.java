/**
 * Whether there are traces: not unless they are told where to go.
 */
@NullMarked
@ApplicationModule(displayName = "Tracing", allowedDependencies = {})
package dev.couplet.tracing;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
