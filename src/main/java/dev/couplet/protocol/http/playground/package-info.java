/**
 * The page at {@code /}, on which people try recipes.
 */
@NullMarked
package dev.couplet.protocol.http.playground;

import org.jspecify.annotations.NullMarked;
