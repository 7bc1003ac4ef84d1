/**
 * Poems, and the poem servers: each sends one poem to whoever connects, fast or slowly.
 */
@NullMarked
@ApplicationModule(displayName = "Poetry", allowedDependencies = { "transform", "tcp", "netstring :: codec" })
package dev.couplet.poetry;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
