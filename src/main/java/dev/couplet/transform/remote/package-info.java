/**
 * Transforms that another server makes, over the netstring protocol, socketmap or HTTP.
 * Plain Java, like the core.
 */
@NullMarked
@ApplicationModule(displayName = "Remote", allowedDependencies = { "transform", "netstring", "client" })
package dev.couplet.transform.remote;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
