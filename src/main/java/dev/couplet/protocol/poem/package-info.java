/**
 * The poem servers. Each sends one poem to every client, at once or slowly.
 */
@NullMarked
@ApplicationModule(displayName = "Poem", allowedDependencies = { "endpoint", "poetry", "tcp", "netstring" })
package dev.couplet.protocol.poem;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
