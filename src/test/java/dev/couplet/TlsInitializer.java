package dev.couplet;

import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Configures one SSL bundle for all protocols, in PEM, that trusts the test authority.
 */
public final class TlsInitializer implements ApplicationContextInitializer<ConfigurableApplicationContext> {

	private static final String BUNDLE = "spring.ssl.bundle.pem.couplet.";

	@Override
	public void initialize(ConfigurableApplicationContext context) {
		TestPropertyValues
			.of(BUNDLE + "keystore.certificate=" + TestCertificates.certificate("server"),
					BUNDLE + "keystore.private-key=" + TestCertificates.key("server"),
					BUNDLE + "truststore.certificate=" + TestCertificates.certificate("ca"),
					"couplet.netstring.ssl-bundle=couplet", "couplet.socketmap.ssl-bundle=couplet",
					"couplet.grpc.ssl-bundle=couplet", "server.ssl.bundle=couplet", "server.ssl.client-auth=need")
			.applyTo(context);
	}

}
