package dev.couplet.poetry;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PoetryConfiguration {

	@Bean
	Poems poems(PoetryProperties properties) {
		return PoemLoader.load(properties.directory());
	}

}
