/**
 * The protocols, one package each: every one translates, and decides nothing. None knows
 * another.
 */
@NullMarked
package dev.couplet.protocol;

import org.jspecify.annotations.NullMarked;
