package dev.couplet.protocol.http;

import java.util.List;

import io.swagger.v3.oas.annotations.media.ArraySchema;

/**
 * One recipe and the texts to run it over.
 *
 * @param recipe the recipe, well-formed Unicode
 * @param texts at most 1,000 strings, of which some may not be well-formed Unicode
 */
record BatchRequest(String recipe, @ArraySchema(maxItems = BatchReader.MOST_TEXTS) List<String> texts) {

}
