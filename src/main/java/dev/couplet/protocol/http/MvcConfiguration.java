package dev.couplet.protocol.http;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.filter.RequestContextFilter;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Shortens the dispatch of requests to controllers.
 */
@Configuration(proxyBeanMethods = false)
class MvcConfiguration {

	@Bean
	WebMvcRegistrations controllersFirst() {
		return new WebMvcRegistrations() {
			@Override
			public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
				return new ControllersFirst();
			}
		};
	}

	@Bean
	FilterRegistrationBean<QueryMethodFilter> queryMethod() {
		FilterRegistrationBean<QueryMethodFilter> registration = new FilterRegistrationBean<>(new QueryMethodFilter());
		registration.addUrlPatterns("/transforms/*", "/guess");
		return registration;
	}

	// the dispatcher sets the context too, and no filter needs it
	@Bean
	FilterRegistrationBean<RequestContextFilter> noRequestContextFilter() {
		FilterRegistrationBean<RequestContextFilter> registration = new FilterRegistrationBean<>(
				new RequestContextFilter());
		registration.setEnabled(false);
		return registration;
	}

	// otherwise the actuator endpoints are matched before the controllers
	private static final class ControllersFirst extends RequestMappingHandlerMapping {

		@Override
		public int getOrder() {
			return Ordered.HIGHEST_PRECEDENCE;
		}

	}

}
