package dev.couplet.playground;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Gives tests a browser, the same one for all, and looks after each whether the page has
 * complained: of its policy (Content-Security-Policy), of an error that nobody took, of
 * anything.
 */
class ChromiumExtension implements ExecutionCondition, ParameterResolver, AfterEachCallback {

	private static final Namespace NAMESPACE = Namespace.create(ChromiumExtension.class);

	@Override
	public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
		return Chromium.isInstalled() ? ConditionEvaluationResult.enabled("there is a browser")
				: ConditionEvaluationResult
					.disabled("there is no browser: Debian's packages chromium and chromium-driver are one");
	}

	@Override
	public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
		return parameter.getParameter().getType() == Chromium.class;
	}

	@Override
	public Chromium resolveParameter(ParameterContext parameter, ExtensionContext context) {
		return browser(context);
	}

	@Override
	public void afterEach(ExtensionContext context) {
		assertThat(browser(context).complaints()).isEmpty();
	}

	// the root's store closes it after the last test
	private static Chromium browser(ExtensionContext context) {
		return context.getRoot()
			.getStore(NAMESPACE)
			.computeIfAbsent(Chromium.class, (type) -> new Chromium(), Chromium.class);
	}

}
