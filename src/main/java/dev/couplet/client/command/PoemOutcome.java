package dev.couplet.client.command;

import org.jspecify.annotations.Nullable;

/**
 * What became of a poem.
 *
 * @param poem the poem, or null where it could not be had
 * @param complaint what went wrong, or null where nothing did
 */
record PoemOutcome(@Nullable String poem, @Nullable String complaint) {

}
