package dev.couplet.client.command;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Checks that a recipe argument can be sent. It is otherwise passed on unchanged.
 */
final class RecipeConverter implements ITypeConverter<String> {

	private static final char REPLACEMENT = '\uFFFD';

	@Override
	public String convert(String recipe) {
		if (recipe.indexOf('.') >= 0) {
			throw new TypeConversionException(
					"a recipe must not contain '.'; in an argument it must be percent-encoded");
		}
		// the JVM decodes arguments in the locale's encoding, which cannot be changed
		if (recipe.indexOf(REPLACEMENT) >= 0) {
			throw new TypeConversionException("the recipe has a character that cannot be decoded in this locale; "
					+ "in an argument, percent-encode it as UTF-8");
		}
		return recipe;
	}

}
