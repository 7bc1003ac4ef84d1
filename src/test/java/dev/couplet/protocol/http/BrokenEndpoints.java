package dev.couplet.protocol.http;

import jakarta.servlet.ServletException;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Endpoints and filters that throw exceptions.
 */
@TestConfiguration(proxyBeanMethods = false)
@Import(BrokenEndpoints.BrokenController.class)
class BrokenEndpoints {

	@Bean
	FilterRegistrationBean<?> brokenFilter() {
		FilterRegistrationBean<?> filter = new FilterRegistrationBean<>((request, response, chain) -> {
			throw new ServletException("secret");
		});
		filter.addUrlPatterns("/broken-filter");
		return filter;
	}

	@RestController
	static class BrokenController {

		@GetMapping("/broken")
		String fail() {
			throw new IllegalStateException("secret");
		}

		@GetMapping("/broken-badly")
		String failBadly() {
			throw new AssertionError("secret");
		}

	}

}
