package dev.couplet.client.command;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Takes a recipe of the command line as it is, where it can be sent at all.
 */
final class RecipeConverter implements ITypeConverter<String> {

	private static final char REPLACEMENT = '\uFFFD';

	@Override
	public String convert(String recipe) {
		if (recipe.indexOf('.') >= 0) {
			throw new TypeConversionException("a recipe has no '.'; in an argument it is percent-encoded");
		}
		// the JVM reads arguments by the locale, and cannot be told otherwise
		if (recipe.indexOf(REPLACEMENT) >= 0) {
			throw new TypeConversionException("the recipe has a character that the locale does not know; "
					+ "in an argument it can be percent-encoded, as UTF-8");
		}
		return recipe;
	}

}
