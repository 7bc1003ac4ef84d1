/**
 * A blocking client for transforms and poems. It uses the JDK, the netstring codec and a
 * JSON parser, and no framework, so that it can be used as a library. The command line is
 * in a subpackage.
 */
@NullMarked
@ApplicationModule(displayName = "Client", allowedDependencies = "netstring")
package dev.couplet.client;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
