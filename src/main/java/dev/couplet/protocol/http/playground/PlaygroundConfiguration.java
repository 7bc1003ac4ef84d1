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
 * Serves the files of the playground. Browsers revalidate them on each use by a hash of
 * the content: in a reproducible build, all versions of a file have the same modification
 * time.
 */
@Configuration(proxyBeanMethods = false)
@Order(PlaygroundConfiguration.BEFORE_SPRING_BOOT)
class PlaygroundConfiguration implements WebMvcConfigurer {

	// Spring Boot's configurer has order 0, and does not replace an existing pattern
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
	 * Computes an entity tag from the content of a file.
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
