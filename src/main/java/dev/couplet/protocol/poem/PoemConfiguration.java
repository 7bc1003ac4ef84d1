package dev.couplet.protocol.poem;

import dev.couplet.endpoint.Phase;
import dev.couplet.endpoint.PhasedLifecycle;
import dev.couplet.poetry.Poems;
import dev.couplet.poetry.PoetryProperties;
import dev.couplet.tcp.Listeners;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PoemConfiguration {

	@Bean
	PoemServers poemServers(Poems poems, PoetryProperties properties, Listeners listeners) {
		return new PoemServers(poems, properties.servers(), listeners);
	}

	@Bean
	PhasedLifecycle poemServersLifecycle(PoemServers servers) {
		return new PhasedLifecycle(Phase.PORTS, servers::start, servers::stop);
	}

}
