package dev.couplet.transform.guess;

/**
 * A recipe that decodes a value, and what it gives.
 *
 * @param recipe the recipe in its text form, of 1 to 4 steps
 * @param score how much the result looks like a text or a file of a known type, from 0 to
 * 1, with two decimals
 * @param type what the result looks like: a media type, {@code text/plain} for a text of
 * no known format, and {@code application/octet-stream} for bytes of none
 * @param size the size of the result in bytes, in UTF-8 if it is a text
 * @param preview the first 200 characters if the type is one of texts, otherwise the
 * first 32 bytes in hexadecimal
 */
public record Guess(String recipe, double score, String type, long size, String preview) {

}
