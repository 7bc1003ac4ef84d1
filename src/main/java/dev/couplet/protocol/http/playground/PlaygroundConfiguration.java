package dev.couplet.protocol.http.playground;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.util.DigestUtils;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Serves what the playground consists of. A browser asks every time whether it has the
 * present version, and is told by the content: in a reproducible build the time of a file
 * is the same in all versions.
 */
@Configuration(proxyBeanMethods = false)
@Order(PlaygroundConfiguration.BEFORE_SPRING_BOOT)
class PlaygroundConfiguration implements WebMvcConfigurer {

	// whose own configurer is at 0, and leaves a pattern that is taken as it is
	static final int BEFORE_SPRING_BOOT = -1;

	@Override
	public void addResourceHandlers(ResourceHandlerRegistry registry) {
		registry.addResourceHandler("/**")
			.addResourceLocations("classpath:/static/")
			.setCacheControl(CacheControl.noCache())
			.setUseLastModified(false)
			.setEtagGenerator(PlaygroundConfiguration::contentTag);
	}

	/**
	 * Makes an entity tag of what a file holds.
	 * @param file the file
	 * @return the tag, without quotation marks
	 */
	static String contentTag(Resource file) {
		try (InputStream content = file.getInputStream()) {
			return DigestUtils.md5DigestAsHex(content);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
