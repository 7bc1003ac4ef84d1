/**
 * The playground at {@code /}, a page for trying recipes.
 */
@NullMarked
package dev.couplet.protocol.http.playground;

import org.jspecify.annotations.NullMarked;
