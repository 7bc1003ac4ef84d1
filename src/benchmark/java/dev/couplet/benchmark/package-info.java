/**
 * The benchmark: starts the server as shipped and its peers, each in a separate process,
 * runs the same load on each of them, and writes a report.
 */
@NullMarked
package dev.couplet.benchmark;

import org.jspecify.annotations.NullMarked;
