package dev.couplet.transform;

/**
 * What a transform does, shown. The tests run every example.
 *
 * @param recipe a recipe that uses the transform
 * @param text a text
 * @param result what the recipe makes of the text
 */
public record Example(String recipe, String text, String result) {

}
