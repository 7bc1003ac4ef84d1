package dev.couplet.client.command;

/**
 * A guess as listed by {@code guess}.
 *
 * @param score from 0 to 1
 * @param recipe the recipe that decodes the value
 * @param type the media type that the result seems to have
 * @param preview the beginning of the result, in hexadecimal if it is not a text
 */
public record ListedGuess(double score, String recipe, String type, String preview) {

}
