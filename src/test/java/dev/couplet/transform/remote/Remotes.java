package dev.couplet.transform.remote;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

import dev.couplet.transform.Catalogue;
import dev.couplet.transform.Kind;
import dev.couplet.transform.SizeLimit;
import dev.couplet.transform.Transform;
import dev.couplet.transform.TransformService;
import dev.couplet.transform.Value;
import dev.couplet.transform.library.StandardLibrary;

/**
 * A service with the built-in transforms and one remote transform, {@code remote}.
 */
final class Remotes implements AutoCloseable {

	static final int LIMIT = 1024 * 1024;

	private final RemoteTransforms remotes;

	private final TransformService service;

	private Remotes(RemoteTransform definition, int limit) {
		this.remotes = new RemoteTransforms(List.of(definition));
		List<Transform> transforms = new ArrayList<>(new StandardLibrary().transforms());
		transforms.addAll(this.remotes.transforms());
		this.service = new TransformService(new Catalogue(transforms), new SizeLimit(limit));
	}

	static Remotes of(String uri) {
		return of(uri, (definition) -> definition);
	}

	static Remotes of(String uri, UnaryOperator<RemoteTransform> settings) {
		return of(uri, settings, LIMIT);
	}

	static Remotes limitedTo(int bytes, String uri) {
		return of(uri, (definition) -> definition, bytes);
	}

	private static Remotes of(String uri, UnaryOperator<RemoteTransform> settings, int limit) {
		return new Remotes(settings.apply(new RemoteTransform("remote", RemoteUri.parse(uri), Duration.ofSeconds(30),
				false, 100, Kind.TEXT, Kind.TEXT, null)), limit);
	}

	static UnaryOperator<RemoteTransform> timeout(Duration timeout) {
		return (it) -> new RemoteTransform(it.name(), it.uri(), timeout, it.keepsValue(), it.maxConcurrent(),
				it.takes(), it.gives(), it.token());
	}

	static UnaryOperator<RemoteTransform> keepingValues() {
		return (it) -> new RemoteTransform(it.name(), it.uri(), it.timeout(), true, it.maxConcurrent(), it.takes(),
				it.gives(), it.token());
	}

	static UnaryOperator<RemoteTransform> maxConcurrent(int max) {
		return (it) -> new RemoteTransform(it.name(), it.uri(), it.timeout(), it.keepsValue(), max, it.takes(),
				it.gives(), it.token());
	}

	static UnaryOperator<RemoteTransform> kinds(Kind<?> takes, Kind<?> gives) {
		return (it) -> new RemoteTransform(it.name(), it.uri(), it.timeout(), it.keepsValue(), it.maxConcurrent(),
				takes, gives, it.token());
	}

	static UnaryOperator<RemoteTransform> token(Path file) {
		return (it) -> new RemoteTransform(it.name(), it.uri(), it.timeout(), it.keepsValue(), it.maxConcurrent(),
				it.takes(), it.gives(), new RemoteToken(file));
	}

	String transform(String recipe, String text) {
		return this.service.transform(recipe, Value.of(text)).text();
	}

	TransformService service() {
		return this.service;
	}

	RemoteServer server() {
		return this.remotes.servers().getFirst();
	}

	@Override
	public void close() {
		this.remotes.close();
	}

}
