/**
 * The poem servers: each sends one poem to whoever connects, fast or slowly.
 */
@NullMarked
@ApplicationModule(displayName = "Poem", allowedDependencies = { "endpoint", "poetry", "tcp", "netstring" })
package dev.couplet.protocol.poem;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
