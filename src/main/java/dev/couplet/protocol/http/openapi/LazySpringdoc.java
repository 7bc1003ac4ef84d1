package dev.couplet.protocol.http.openapi;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/**
 * Makes the beans of springdoc lazy. By default they are created at startup and load a
 * second JSON library, although only a request for the description needs them.
 */
final class LazySpringdoc implements BeanFactoryPostProcessor {

	private static final String SPRINGDOC = "org.springdoc.";

	@Override
	public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
		for (String name : beans.getBeanDefinitionNames()) {
			BeanDefinition bean = beans.getBeanDefinition(name);
			if (isOfSpringdoc(bean.getFactoryBeanName()) || isOfSpringdoc(bean.getBeanClassName())) {
				bean.setLazyInit(true);
			}
		}
	}

	private static boolean isOfSpringdoc(@Nullable String className) {
		return Objects.requireNonNullElse(className, "").startsWith(SPRINGDOC);
	}

}
