/**
 * Logging that copes with floods: the log stays readable, and logging never blocks a
 * thread.
 */
@NullMarked
@ApplicationModule(displayName = "Log", allowedDependencies = {})
package dev.couplet.log;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
