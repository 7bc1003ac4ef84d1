package dev.couplet.protocol.http;

import io.opentelemetry.api.OpenTelemetry;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/**
 * Creates a span for every request for transforms or poems, if traces are exported.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("management.opentelemetry.tracing.export.otlp.endpoint")
class HttpTracingConfiguration {

	@Bean
	FilterRegistrationBean<RequestSpanFilter> requestSpans(OpenTelemetry telemetry) {
		FilterRegistrationBean<RequestSpanFilter> filter = new FilterRegistrationBean<>(
				new RequestSpanFilter(telemetry));
		filter.addUrlPatterns("/transforms/*", "/guess", "/poems/*");
		filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
		return filter;
	}

}
