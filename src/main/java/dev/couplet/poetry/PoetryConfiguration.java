package dev.couplet.poetry;

import dev.couplet.tcp.Listeners;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PoetryConfiguration {

	@Bean
	Poems poems(PoetryProperties properties) {
		return PoemLoader.load(properties.directory());
	}

	@Bean
	PoemServers poemServers(Poems poems, PoetryProperties properties, Listeners listeners) {
		return new PoemServers(poems, properties.servers(), listeners);
	}

}
