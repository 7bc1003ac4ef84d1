package dev.couplet.kubernetes;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Manifests as they are applied: rendered by {@code kubectl kustomize}, or, where there
 * is no kubectl, the resources as they are in the files, without patches and ConfigMaps.
 *
 * @param trees the manifests
 */
record Manifests(List<JsonNode> trees) {

	static final Path ROOT = Path.of("ops", "kubernetes");

	private static final boolean KUBECTL = Stream.of(System.getenv("PATH").split(":"))
		.anyMatch((folder) -> Files.isExecutable(Path.of(folder, "kubectl")));

	private static final String KUSTOMIZATION = "kustomization.yaml";

	static boolean areRendered() {
		return KUBECTL;
	}

	/**
	 * Renders the base with components.
	 * @param folder a directory for the kustomization, whose other lines may be in the
	 * file {@code more} there
	 * @param components the names of the components
	 */
	static Manifests ofBase(Path folder, String... components) throws IOException {
		Path from = folder.toRealPath();
		List<String> lines = new ArrayList<>(
				List.of("resources: [" + from.relativize(ROOT.resolve("base").toRealPath()) + "]", "components:"));
		for (String component : components) {
			lines.add("- " + from.relativize(ROOT.resolve("components", component).toRealPath()));
		}
		if (components.length == 0) {
			lines.set(1, "");
		}
		Path more = folder.resolve("more");
		if (Files.exists(more)) {
			lines.addAll(Files.readAllLines(more));
		}
		Files.write(folder.resolve(KUSTOMIZATION), lines);
		return of(from);
	}

	/**
	 * Renders a kustomization.
	 */
	static Manifests of(Path folder) throws IOException {
		return new Manifests(KUBECTL ? parse(kustomize(folder)) : resources(folder));
	}

	private static String kustomize(Path folder) throws IOException {
		Path errors = Files.createTempFile("kustomize", ".log");
		Process process = new ProcessBuilder("kubectl", "kustomize", folder.toString()).redirectError(errors.toFile())
			.start();
		String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertThat(process.onExit().join().exitValue()).as(Files.readString(errors)).isZero();
		Files.delete(errors);
		return output;
	}

	private static List<JsonNode> resources(Path folder) throws IOException {
		List<JsonNode> resources = new ArrayList<>();
		JsonNode kustomization = parse(Files.readString(folder.resolve(KUSTOMIZATION))).getFirst();
		for (String field : List.of("resources", "components")) {
			for (JsonNode name : kustomization.path(field)) {
				Path path = folder.resolve(name.asString());
				resources.addAll(Files.isDirectory(path) ? resources(path) : parse(Files.readString(path)));
			}
		}
		return resources;
	}

	static List<JsonNode> parse(String documents) {
		LoaderOptions options = new LoaderOptions();
		options.setAllowDuplicateKeys(false);
		JsonMapper mapper = new JsonMapper();
		return StreamSupport.stream(new Yaml(options).loadAll(documents).spliterator(), false)
			.map((document) -> mapper.<JsonNode>valueToTree(document))
			.toList();
	}

	<T> T only(Class<T> type) {
		List<T> found = all(type);
		assertThat(found).hasSize(1);
		return found.getFirst();
	}

	<T> List<T> all(Class<T> type) {
		return this.trees.stream()
			.filter((tree) -> tree.get("kind").asString().equals(type.getSimpleName()))
			.map(StrictReader::read)
			.map(type::cast)
			.toList();
	}

}
