/**
 * TCP listeners, independent of the protocol: accepting, limits, timeouts, TLS, the PROXY
 * protocol, lingering close and drain, and the connection to a Spring Integration
 * gateway.
 */
@NullMarked
@ApplicationModule(displayName = "TCP", allowedDependencies = { "transform", "endpoint", "netstring" })
package dev.couplet.tcp;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
