package dev.couplet.http;

import java.util.List;

/**
 * One recipe and the texts to run it over.
 *
 * @param recipe the recipe, well-formed Unicode
 * @param texts at most 1,000 strings, of which some may not be well-formed Unicode
 */
record BatchRequest(String recipe, List<String> texts) {

}
