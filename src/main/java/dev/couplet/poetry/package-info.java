/**
 * Poems: those in the jar, or those of a folder.
 */
@NullMarked
@ApplicationModule(displayName = "Poetry", allowedDependencies = "transform")
package dev.couplet.poetry;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
