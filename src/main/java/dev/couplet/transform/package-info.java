/**
 * The core: transforms, the catalogue, recipes, and the service that runs them. Plain
 * Java, usable as a library: it depends on no protocol, framework or metrics library.
 * Only the package with remote transforms uses the netstring codec and the client.
 */
@NullMarked
@ApplicationModule(displayName = "Transform", allowedDependencies = { "netstring", "client" })
package dev.couplet.transform;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
