package dev.couplet.transform.library;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;

/**
 * Finds partials, which would be looked for only when they are rendered.
 */
final class RefusingPartials implements Mustache.Visitor {

	@Override
	public void visitText(String text) {
		// allowed
	}

	@Override
	public void visitVariable(String name) {
		// allowed
	}

	@Override
	public boolean visitInclude(String name) {
		throw new MustacheException("a partial");
	}

	@Override
	public boolean visitParent(String name) {
		throw new MustacheException("a parent");
	}

	@Override
	public boolean visitSection(String name) {
		return true;
	}

	@Override
	public boolean visitInvertedSection(String name) {
		return true;
	}

}
