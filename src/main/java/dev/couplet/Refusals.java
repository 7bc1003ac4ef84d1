package dev.couplet;

import dev.couplet.transform.Catalogue;
import dev.couplet.transform.SizeLimit;
import dev.couplet.transform.TransformException;
import dev.couplet.transform.TransformService;
import dev.couplet.transform.Value;
import dev.couplet.transform.library.StandardLibrary;

/**
 * Explains for the command line why a server refused a request, which the netstring
 * protocol does not say. It runs the recipe with the built-in transforms and without
 * Spring, so it does not know the settings of the server.
 */
final class Refusals {

	private static final SizeLimit LIMIT = new SizeLimit(64 * 1024 * 1024);

	private Refusals() {
	}

	/**
	 * Explains a refusal.
	 * @param recipe the recipe
	 * @param value the value
	 * @return why the built-in transforms refuse it, or the empty string if they do not
	 */
	static String explain(String recipe, byte[] value) {
		Catalogue catalogue = new Catalogue(new StandardLibrary().transforms());
		try {
			new TransformService(catalogue, LIMIT).transform(recipe, Value.of(value));
			return "";
		}
		catch (TransformException ex) {
			return ex.getMessage();
		}
	}

}
