/**
 * Couplet: one text-transform service, many protocols. Each package below is a module of
 * its own; this one only starts them.
 */
@NullMarked
package dev.couplet;

import org.jspecify.annotations.NullMarked;
