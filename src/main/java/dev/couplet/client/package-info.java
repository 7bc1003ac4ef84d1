/**
 * A blocking client, for transforms and for poems: sockets and the netstring codec, and
 * nothing of a framework, so that it can be copied out as a library. The command line is
 * the package below.
 */
@NullMarked
@ApplicationModule(displayName = "Client", allowedDependencies = "netstring")
package dev.couplet.client;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
