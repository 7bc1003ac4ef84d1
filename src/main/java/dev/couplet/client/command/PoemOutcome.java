package dev.couplet.client.command;

import org.jspecify.annotations.Nullable;

/**
 * The outcome of a download.
 *
 * @param poem the poem in UTF-8, or the result of its recipe, or null if it could not be
 * downloaded
 * @param error the error message, or null for none
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record PoemOutcome(byte @Nullable [] poem, @Nullable String error) {

}
