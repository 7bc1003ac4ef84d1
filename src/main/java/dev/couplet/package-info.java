/**
 * Couplet: one text-transform service, many protocols. Each package below is a module of
 * its own; this one only starts them. {@link dev.couplet.Couplet} is the library, for
 * callers that need no server.
 */
@NullMarked
package dev.couplet;

import org.jspecify.annotations.NullMarked;
