package dev.couplet.transform.library;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;

/**
 * Finds partials, which would be looked for only when they are rendered, and tags that
 * are not closed, which would be text.
 *
 * @param changesDelimiters whether the template changes the delimiters of tags, and can
 * have two braces as text
 */
record TemplateCheck(boolean changesDelimiters) implements Mustache.Visitor {

	@Override
	public void visitText(String text) {
		if (!this.changesDelimiters && text.contains("{{")) {
			throw new MustacheException("a tag that is not closed");
		}
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
