package dev.couplet.transform;

import java.util.LinkedHashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that the built-in transforms have the names, parameters and categories of a list,
 * on which recipes written today rely.
 */
class LibraryListTests {

	private final Map<String, String> signatures = new LinkedHashMap<>();

	private final Map<String, String> categories = new LinkedHashMap<>();

	LibraryListTests() {
		String category = "";
		for (String line : RecipeList.read("library").toList()) {
			if (line.startsWith("# ")) {
				category = line.substring(2);
			}
			else {
				String name = line.split("[=\\[(]", 2)[0];
				this.signatures.put(name, line);
				this.categories.put(name, category);
			}
		}
	}

	@Test
	void allTransformsOfTheListExistAndNoOthers() {
		assertThat(BuiltInTransforms.all().stream().map(Transform::name))
			.containsExactlyInAnyOrderElementsOf(this.signatures.keySet());
	}

	@Test
	void theirParametersAreThoseOfTheList() {
		assertThat(BuiltInTransforms.all()).allSatisfy((transform) -> {
			String listed = this.signatures.get(transform.name());
			// the parameters of some are not in the list
			assertThat(listed).isIn(transform.name(), Signature.of(transform));
		});
	}

	@Test
	void theyAreInTheCategoriesOfTheList() {
		assertThat(BuiltInTransforms.all())
			.allSatisfy((transform) -> assertThat(transform.category()).as(transform.name())
				.isEqualTo(this.categories.get(transform.name())));
	}

}
