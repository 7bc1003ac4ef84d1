/**
 * The protocol of the tutorial: a request is {@code <recipe>.<text>} in a netstring, and
 * the reply is the result in a netstring.
 */
@NullMarked
@ApplicationModule(displayName = "Netstring", allowedDependencies = { "transform", "endpoint", "tcp" })
package dev.couplet.protocol.netstring;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
