/**
 * The poems, from the jar or from a directory.
 */
@NullMarked
@ApplicationModule(displayName = "Poetry", allowedDependencies = "transform")
package dev.couplet.poetry;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
