/**
 * How a TCP listener of ours behaves, whatever protocol it serves: accept, limits,
 * deadlines, the clean close, drain, health and metrics; and how one stands under a
 * Spring Integration gateway.
 */
@NullMarked
@ApplicationModule(displayName = "TCP", allowedDependencies = { "transform", "endpoint", "netstring" })
package dev.couplet.tcp;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
