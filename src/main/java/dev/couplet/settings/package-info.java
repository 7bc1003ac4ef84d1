/**
 * What a start with settings that cannot be is told: which one, its value, and what is
 * allowed. The settings themselves, and their bounds, are in the packages that they are
 * for; here are only those of Spring's own that Spring does not check.
 */
@ApplicationModule(displayName = "Settings", allowedDependencies = {})
@NullMarked
package dev.couplet.settings;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
