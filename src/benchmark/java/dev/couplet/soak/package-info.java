/**
 * The soak: starts the server as shipped, lets good, bad, slow and vanishing clients come
 * to it for as long as one likes, and fails where its memory, threads, descriptors or
 * latency drift.
 */
@NullMarked
package dev.couplet.soak;

import org.jspecify.annotations.NullMarked;
