package dev.couplet.transform;

import java.io.ByteArrayOutputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

import dev.couplet.transform.CompiledStep.Compiler;
import org.jspecify.annotations.Nullable;

/**
 * What a catalogue shows of the transforms of libraries, in a file. A program that reads
 * it starts sooner than one that creates all transforms: a library is loaded when the
 * first of its transforms is compiled.
 */
public final class TransformIndex {

	private TransformIndex() {
	}

	/**
	 * Creates an index.
	 * @param libraries the libraries, by the names under which they are loaded
	 * @return the content of the file
	 */
	public static byte[] of(Map<String, TransformLibrary> libraries) {
		ByteArrayOutputStream index = new ByteArrayOutputStream();
		try {
			write(libraries, new DataOutputStream(index));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return index.toByteArray();
	}

	private static void write(Map<String, TransformLibrary> libraries, DataOutput output) throws IOException {
		output.writeInt(libraries.size());
		for (Map.Entry<String, TransformLibrary> library : libraries.entrySet()) {
			writeText(library.getKey(), output);
			List<Transform> transforms = library.getValue().transforms();
			output.writeInt(transforms.size());
			for (Transform transform : transforms) {
				ByteArrayOutputStream details = new ByteArrayOutputStream();
				write(transform, new DataOutputStream(details));
				writeText(transform.name(), output);
				output.writeInt(details.size());
				output.write(details.toByteArray());
			}
		}
	}

	private static void write(Transform transform, DataOutput output) throws IOException {
		writeText(transform.category(), output);
		writeText(transform.description(), output);
		writeTexts(transform.synonyms(), output);
		output.writeInt(transform.parameters().size());
		for (Parameter<?> parameter : transform.parameters()) {
			write(parameter, output);
		}
		Example example = transform.example();
		writeTexts((example != null) ? List.of(example.recipe(), example.text(), example.result()) : List.of(), output);
		output.writeInt(transform.weight().any());
		output.writeInt(transform.weight().ascii());
		output.writeInt(transform.weight().call());
		output.writeBoolean(transform.takes() == Kind.TEXT);
		output.writeBoolean(transform.gives() == Kind.TEXT);
		output.writeBoolean(transform.hasBrackets());
	}

	private static void write(Parameter<?> parameter, DataOutput output) throws IOException {
		Object defaultValue = parameter.defaultValue();
		writeText(parameter.type(), output);
		writeText(parameter.name(), output);
		output.writeInt(parameter.min());
		output.writeInt(parameter.max());
		writeTexts(parameter.choices(), output);
		writeTexts((defaultValue != null) ? List.of(defaultValue.toString()) : List.of(), output);
	}

	private static void writeTexts(List<String> texts, DataOutput output) throws IOException {
		output.writeInt(texts.size());
		for (String text : texts) {
			writeText(text, output);
		}
	}

	private static void writeText(String text, DataOutput output) throws IOException {
		byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
		output.writeInt(bytes.length);
		output.write(bytes);
	}

	/**
	 * Reads an index.
	 * @param index what {@link #of} returned
	 * @param wanted the names of the transforms, or null for all
	 * @param loader returns the library of a name
	 * @return those of the transforms that there are, in the order of the libraries
	 */
	public static List<Transform> read(byte[] index, @Nullable Set<String> wanted,
			Function<String, TransformLibrary> loader) {
		ByteBuffer input = ByteBuffer.wrap(index);
		List<Transform> transforms = new ArrayList<>();
		for (int libraries = input.getInt(); libraries > 0; libraries--) {
			Compiler compiler = new LoadingCompiler(readText(input), loader);
			for (int size = input.getInt(); size > 0; size--) {
				String name = readText(input);
				int length = input.getInt();
				if (wanted == null || wanted.contains(name)) {
					transforms.add(readTransform(name, input, compiler));
				}
				else {
					input.position(input.position() + length);
				}
			}
		}
		return transforms;
	}

	private static Transform readTransform(String name, ByteBuffer input, Compiler compiler) {
		String category = readText(input);
		String description = readText(input);
		List<String> synonyms = readTexts(input);
		List<Parameter<?>> parameters = new ArrayList<>();
		for (int size = input.getInt(); size > 0; size--) {
			parameters.add(readParameter(input));
		}
		List<String> example = readTexts(input);
		Weight weight = new Weight(input.getInt(), input.getInt(), input.getInt());
		Kind<?> takes = readFlag(input) ? Kind.TEXT : Kind.BYTES;
		Kind<?> gives = readFlag(input) ? Kind.TEXT : Kind.BYTES;
		boolean brackets = readFlag(input);
		return new Transform(name, description, synonyms, parameters,
				example.isEmpty() ? null : new Example(example.get(0), example.get(1), example.get(2)), weight, takes,
				gives, brackets, compiler)
			.inCategory(category);
	}

	private static Parameter<?> readParameter(ByteBuffer input) {
		String type = readText(input);
		String name = readText(input);
		int min = input.getInt();
		int max = input.getInt();
		List<String> choices = readTexts(input);
		List<String> defaultValue = readTexts(input);
		return switch (type) {
			case "integer" -> defaultValue.isEmpty() ? Parameter.integer(name, min, max)
					: Parameter.integer(name, min, max, Integer.parseInt(defaultValue.getFirst()));
			case "text" -> defaultValue.isEmpty() ? Parameter.text(name, min, max)
					: Parameter.text(name, min, max, defaultValue.getFirst());
			default ->
				Parameter.choice(name, choices.getFirst(), choices.subList(1, choices.size()).toArray(new String[0]));
		};
	}

	private static List<String> readTexts(ByteBuffer input) {
		List<String> texts = new ArrayList<>();
		for (int size = input.getInt(); size > 0; size--) {
			texts.add(readText(input));
		}
		return texts;
	}

	private static String readText(ByteBuffer input) {
		byte[] text = new byte[input.getInt()];
		input.get(text);
		return new String(text, StandardCharsets.UTF_8);
	}

	private static boolean readFlag(ByteBuffer input) {
		return input.get() != 0;
	}

	/**
	 * Compiles with the transforms of a library, which is loaded at the first call.
	 */
	private static final class LoadingCompiler implements Compiler {

		private final String library;

		private final Function<String, TransformLibrary> loader;

		private @Nullable Map<String, Transform> transforms;

		private LoadingCompiler(String library, Function<String, TransformLibrary> loader) {
			this.library = library;
			this.loader = loader;
		}

		@Override
		public Stream<CompiledStep> compile(Transform transform, List<String> arguments,
				@Nullable CompiledRecipe brackets) {
			return Objects.requireNonNull(load().get(transform.name())).compile(arguments, brackets);
		}

		private synchronized Map<String, Transform> load() {
			if (this.transforms == null) {
				Map<String, Transform> loaded = new HashMap<>();
				for (Transform transform : this.loader.apply(this.library).transforms()) {
					loaded.put(transform.name(), transform);
				}
				this.transforms = loaded;
			}
			return this.transforms;
		}

	}

}
