package dev.couplet.transform.library;

import java.util.List;

import com.samskivert.mustache.MustacheException;
import dev.couplet.transform.BadArgumentException;
import dev.couplet.transform.Parameter;
import dev.couplet.transform.Transform;
import dev.couplet.transform.TransformLibrary;

/**
 * Templates over JSON.
 */
class MustacheTransforms implements TransformLibrary {

	private static final int MAX_TEMPLATE = 1000;

	@Override
	public List<Transform> transforms() {
		return List.of(mustache());
	}

	private static Transform mustache() {
		Parameter<String> template = Parameter.text("template", 1, MAX_TEMPLATE);
		return Transform.named("mustache")
			.synonyms("template", "handlebars", "render", "jinja")
			.describedAs("Renders a Mustache template over a JSON object. {{name}} is escaped for HTML, {{{name}}} is "
					+ "not; {{#name}} is a section and {{^name}} its opposite. There are no partials, and a name that "
					+ "is missing is empty.")
			.with(template)
			.weighing(500)
			.callCost(50_000)
			.example("mustache={{#tides}}{{name}} at {{hour}}; {{/tides}}",
					"{\"tides\":[{\"name\":\"low\",\"hour\":3},{\"name\":\"high\",\"hour\":9}]}",
					"low at 3; high at 9; ")
			.binding((arguments) -> {
				String given = arguments.get(template);
				try {
					MustacheRun.check(given);
				}
				// the library does not check that a tag has a name
				catch (MustacheException | IndexOutOfBoundsException ex) {
					throw new BadArgumentException(
							"'%s' is not a Mustache template, or has a partial; tags are closed and have names, and sections end in order"
								.formatted(template.name()));
				}
				return ByteOrderMark.droppedBy((text, limit) -> new MustacheRun(limit).render(given, text));
			});
	}

}
