package dev.couplet.transform;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import dev.couplet.transform.library.IndexedLibrary;
import dev.couplet.transform.library.StandardLibrary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link TransformIndex}.
 */
class TransformIndexTests {

	private static final SizeLimit LIMIT = new SizeLimit(1024 * 1024);

	private static final List<Transform> INDEXED = new IndexedLibrary().transforms();

	private final List<String> loaded = new ArrayList<>();

	@Test
	void describesTheBuiltInTransformsAsTheyDescribeThemselves() {
		assertThat(INDEXED.stream().map(TransformIndexTests::describe))
			.containsExactlyElementsOf(all().map(TransformIndexTests::describe).toList());
	}

	private static Stream<Transform> all() {
		return new StandardLibrary().transforms().stream();
	}

	private static List<Object> describe(Transform transform) {
		return List.of(transform.name(), transform.category(), transform.description(), transform.synonyms(),
				transform.parameters().stream().map(TransformIndexTests::describe).toList(),
				Objects.toString(transform.example()), transform.weight(), transform.takes(), transform.gives(),
				transform.hasBrackets());
	}

	private static List<Object> describe(Parameter<?> parameter) {
		return List.of(parameter.name(), parameter.type(), parameter.min(), parameter.max(), parameter.choices(),
				parameter.range(), Objects.toString(parameter.defaultValue()));
	}

	@ParameterizedTest
	@MethodSource("all")
	void runsTheTransform(Transform transform) {
		Example example = Objects.requireNonNull(transform.example());
		assertThat(new TransformService(new Catalogue(INDEXED), LIMIT).transform(example.recipe(),
				Value.of(example.text())))
			.isEqualTo(new TransformService(new Catalogue(new StandardLibrary().transforms()), LIMIT)
				.transform(example.recipe(), Value.of(example.text())));
	}

	@Test
	void loadsALibraryWhenTheFirstOfItsTransformsIsCompiled() {
		TransformService service = new TransformService(new Catalogue(twoLibraries()), LIMIT);

		assertThat(service.transform("b", Value.of("poem")).text()).isEqualTo("poemb");
		assertThat(service.transform("b,c", Value.of("poem")).text()).isEqualTo("poembc");

		assertThat(this.loaded).containsExactly("second");
	}

	@Test
	void readsTheTransformsThatAreWantedOnly() {
		assertThat(new IndexedLibrary().transforms(Set.of("trim", "csv-to-json", "absent"))).extracting(Transform::name)
			.containsExactly("trim", "csv-to-json");
	}

	@Test
	void refusesAnArgumentAsTheTransformDoes() {
		TransformService service = new TransformService(new Catalogue(INDEXED), LIMIT);

		assertThatExceptionOfType(BadArgumentException.class)
			.isThrownBy(() -> service.transform("trim,wrap=0", Value.of("poem")))
			.withMessage("step 2, wrap: 'width' must be a whole number from 1 to 1000");
	}

	private List<Transform> twoLibraries() {
		Map<String, TransformLibrary> libraries = Map.of("first", library("a"), "second", library("b", "c"));
		return TransformIndex.read(TransformIndex.of(libraries), null, (name) -> {
			this.loaded.add(name);
			return Objects.requireNonNull(libraries.get(name));
		});
	}

	private static TransformLibrary library(String... names) {
		return () -> Stream.of(names)
			.map((name) -> Transform.named(name).describedAs("Appends a letter.").applying((text) -> text + name))
			.toList();
	}

}
