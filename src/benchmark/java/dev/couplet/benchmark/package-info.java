/**
 * The project's own benchmark: starts the server as shipped and its peers, each in a
 * process of its own, puts the same load on them in turn, and writes what it saw to a
 * page.
 */
@NullMarked
package dev.couplet.benchmark;

import org.jspecify.annotations.NullMarked;
