/**
 * A bare Netty server for netstrings: what Netty costs without anything on top.
 */
@NullMarked
package dev.couplet.benchmark.netty;

import org.jspecify.annotations.NullMarked;
