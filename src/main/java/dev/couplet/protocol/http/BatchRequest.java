package dev.couplet.protocol.http;

import java.util.List;

/**
 * A recipe and the texts to run it on.
 *
 * @param recipe the recipe, well-formed Unicode
 * @param texts at most 1,000 strings, which need not be well-formed Unicode
 */
record BatchRequest(String recipe, List<String> texts) {

}
