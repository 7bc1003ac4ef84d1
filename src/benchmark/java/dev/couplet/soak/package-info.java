/**
 * The soak test: starts the server as shipped, connects good, bad, slow and disconnecting
 * clients for a configurable time, and fails if memory, threads, descriptors or latency
 * drift.
 */
@NullMarked
package dev.couplet.soak;

import org.jspecify.annotations.NullMarked;
