package dev.couplet.transform;

/**
 * An example of what a transform does. The tests run every example.
 *
 * @param recipe a recipe that uses the transform
 * @param text the input
 * @param result the recipe's result for that input; bytes are shown as a text
 */
public record Example(String recipe, String text, String result) {

}
