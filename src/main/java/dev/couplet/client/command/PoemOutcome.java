package dev.couplet.client.command;

import org.jspecify.annotations.Nullable;

/**
 * The outcome of a download.
 *
 * @param poem the poem, or null if it could not be downloaded
 * @param error the error message, or null for none
 */
record PoemOutcome(@Nullable String poem, @Nullable String error) {

}
