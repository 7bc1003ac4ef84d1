/**
 * The protocol of the tutorial: a request is {@code <recipe>.<text>} in a netstring, the
 * reply the transformed text in another.
 */
@NullMarked
@ApplicationModule(displayName = "Netstring", allowedDependencies = { "transform", "endpoint", "tcp" })
package dev.couplet.protocol.netstring;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
