/**
 * Transforms that another server makes, over the netstring protocol, socketmap or HTTP.
 * Plain Java, like the core.
 */
@NullMarked
@NamedInterface("remote")
package dev.couplet.transform.remote;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
