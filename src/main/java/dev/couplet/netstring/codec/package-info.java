/**
 * The netstring codec: plain stream code, without a framework.
 */
@NullMarked
@NamedInterface("codec")
package dev.couplet.netstring.codec;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.NamedInterface;
