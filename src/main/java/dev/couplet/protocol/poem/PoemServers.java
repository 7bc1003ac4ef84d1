package dev.couplet.protocol.poem;

import java.util.ArrayList;
import java.util.List;

import dev.couplet.poetry.Poem;
import dev.couplet.poetry.Poems;
import dev.couplet.poetry.PoetryProperties;
import dev.couplet.tcp.Listener;
import dev.couplet.tcp.Listeners;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

/**
 * The configured poem servers.
 */
final class PoemServers {

	private static final String PROPERTY = "couplet.poetry.servers[%s].%s";

	private final List<PoemServer> servers = new ArrayList<>();

	PoemServers(Poems poems, List<PoetryProperties.Server> properties, Listeners listeners) {
		for (int i = 0; i < properties.size(); i++) {
			PoetryProperties.Server server = properties.get(i);
			Poem poem = choose(poems, i, server.poem());
			Listener listener = listeners.create("poem-" + (i + 1), PROPERTY.formatted(i, "port"), server.port());
			this.servers.add(PoemServer.of(listener, poem, server));
		}
	}

	private static Poem choose(Poems poems, int index, @Nullable String title) {
		if (title == null) {
			return poems.get(index % poems.titles().size());
		}
		return poems.find(title)
			.orElseThrow(() -> new InvalidConfigurationPropertyValueException(PROPERTY.formatted(index, "poem"), title,
					"There is no such poem. There are: " + String.join(", ", poems.titles())));
	}

	/**
	 * Returns the listeners, in the order of the settings.
	 * @return one for each server
	 */
	List<Listener> listeners() {
		return this.servers.stream().map(PoemServer::listener).toList();
	}

	void start() {
		this.servers.forEach(PoemServer::start);
	}

	void stop() {
		this.servers.forEach((server) -> server.listener().stop());
	}

}
