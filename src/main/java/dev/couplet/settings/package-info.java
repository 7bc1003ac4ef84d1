/**
 * Reports invalid settings at startup: the name, the value, and what is allowed. Settings
 * and their bounds are defined in the packages that use them. This package only adds
 * those of Spring's settings that Spring does not validate.
 */
@ApplicationModule(displayName = "Settings", allowedDependencies = {})
@NullMarked
package dev.couplet.settings;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
