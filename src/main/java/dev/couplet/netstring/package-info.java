/**
 * The netstring codec: plain Java, without a framework.
 */
@NullMarked
@ApplicationModule(displayName = "Codec", allowedDependencies = {})
package dev.couplet.netstring;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
