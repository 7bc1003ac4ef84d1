/**
 * The log in a flood: whatever strangers cause, an operator can still read it, and nobody
 * who logs waits until it is written.
 */
@NullMarked
@ApplicationModule(displayName = "Log", allowedDependencies = {})
package dev.couplet.log;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
