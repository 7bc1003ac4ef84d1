package dev.couplet.tcp;

import org.jspecify.annotations.Nullable;

/**
 * The TLS settings of one listener.
 *
 * @param prefix the prefix of the settings, for error messages, such as
 * {@code couplet.netstring}
 * @param sslBundle the name of a Spring SSL bundle; null for no TLS
 * @param clientAuth whether clients must present certificates. If null, they must if the
 * bundle has a trust store, which has no other use here
 */
public record TlsSettings(String prefix, @Nullable String sslBundle, @Nullable ClientAuth clientAuth) {

	String bundleProperty() {
		return this.prefix + ".ssl-bundle";
	}

	String clientAuthProperty() {
		return this.prefix + ".client-auth";
	}

}
