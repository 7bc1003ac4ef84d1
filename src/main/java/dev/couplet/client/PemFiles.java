package dev.couplet.client;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Collection;
import java.util.List;

import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

import org.jspecify.annotations.Nullable;

/**
 * Creates TLS contexts from PEM files (RFC 7468).
 */
public final class PemFiles {

	// several times the certificates of all authorities that a browser trusts
	private static final int MAX_SIZE = 4 << 20;

	private static final String KEY_BEGIN = "-----BEGIN PRIVATE KEY-----";

	private static final String KEY_END = "-----END PRIVATE KEY-----";

	private static final List<String> KEY_ALGORITHMS = List.of("EC", "RSA", "EdDSA");

	private PemFiles() {
	}

	/**
	 * Creates a context without a client certificate.
	 * @param authorities the file of trusted CA certificates, or null for those that the
	 * JVM trusts
	 * @return the context
	 * @throws InvalidPemFileException if the file is missing or invalid
	 */
	public static SSLContext context(@Nullable Path authorities) throws InvalidPemFileException {
		return context(authorities, (KeyManager[]) null);
	}

	/**
	 * Creates a context with a client certificate.
	 * @param authorities the file of trusted CA certificates, or null for those that the
	 * JVM trusts
	 * @param certificate the file of the client certificate, followed by its intermediate
	 * certificates
	 * @param key the file of the private key, in unencrypted PKCS#8: RSA, EC or EdDSA
	 * @return the context
	 * @throws InvalidPemFileException if a file is missing or invalid
	 */
	public static SSLContext context(@Nullable Path authorities, Path certificate, Path key)
			throws InvalidPemFileException {
		return context(authorities, identity(certificate, key));
	}

	private static SSLContext context(@Nullable Path authorities, KeyManager @Nullable [] identity)
			throws InvalidPemFileException {
		TrustManager[] trust = (authorities != null) ? trust(authorities) : null;
		try {
			SSLContext context = SSLContext.getInstance("TLS");
			context.init(identity, trust, null);
			return context;
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("this JVM does not support TLS", ex);
		}
	}

	private static TrustManager[] trust(Path authorities) throws InvalidPemFileException {
		Collection<? extends Certificate> certificates = certificates(authorities);
		try {
			KeyStore store = emptyStore();
			for (Certificate certificate : certificates) {
				store.setCertificateEntry("authority-" + store.size(), certificate);
			}
			TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
			factory.init(store);
			return factory.getTrustManagers();
		}
		catch (GeneralSecurityException | IOException ex) {
			throw new InvalidPemFileException(authorities, "cannot be used: " + ex.getMessage());
		}
	}

	private static KeyManager[] identity(Path certificate, Path key) throws InvalidPemFileException {
		Certificate[] chain = certificates(certificate).toArray(Certificate[]::new);
		PrivateKey privateKey = privateKey(key);
		if (!privateKey.getAlgorithm().equals(chain[0].getPublicKey().getAlgorithm())) {
			throw new InvalidPemFileException(key, "is not the private key of " + certificate);
		}
		try {
			KeyStore store = emptyStore();
			store.setKeyEntry("identity", privateKey, new char[0], chain);
			KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
			factory.init(store, new char[0]);
			return factory.getKeyManagers();
		}
		catch (GeneralSecurityException | IOException ex) {
			throw new InvalidPemFileException(certificate, "cannot be used: " + ex.getMessage());
		}
	}

	private static KeyStore emptyStore() throws GeneralSecurityException, IOException {
		KeyStore store = KeyStore.getInstance("PKCS12");
		store.load(null, null);
		return store;
	}

	private static Collection<? extends Certificate> certificates(Path file) throws InvalidPemFileException {
		byte[] content = read(file);
		try {
			Collection<? extends Certificate> certificates = CertificateFactory.getInstance("X.509")
				.generateCertificates(new ByteArrayInputStream(content));
			if (!certificates.isEmpty()) {
				return certificates;
			}
		}
		catch (CertificateException ex) {
			// reported as a file without certificates
		}
		throw new InvalidPemFileException(file, "contains no PEM certificate");
	}

	private static PrivateKey privateKey(Path file) throws InvalidPemFileException {
		PKCS8EncodedKeySpec encoded = new PKCS8EncodedKeySpec(keyBytes(file));
		for (String algorithm : KEY_ALGORITHMS) {
			try {
				return KeyFactory.getInstance(algorithm).generatePrivate(encoded);
			}
			catch (InvalidKeySpecException ex) {
				// try the next algorithm
			}
			catch (GeneralSecurityException ex) {
				throw new IllegalStateException("this JVM does not support keys of type " + algorithm, ex);
			}
		}
		throw new InvalidPemFileException(file, "contains a key that is not RSA, EC or EdDSA");
	}

	private static byte[] keyBytes(Path file) throws InvalidPemFileException {
		String text = new String(read(file), StandardCharsets.ISO_8859_1);
		int begin = text.indexOf(KEY_BEGIN);
		int end = text.indexOf(KEY_END, Math.max(0, begin));
		if (begin < 0 || end < 0) {
			throw new InvalidPemFileException(file, "contains no unencrypted PKCS#8 key"
					+ " (BEGIN PRIVATE KEY); 'openssl pkcs8 -topk8 -nodes' converts other keys");
		}
		try {
			return Base64.getMimeDecoder().decode(text.substring(begin + KEY_BEGIN.length(), end));
		}
		catch (IllegalArgumentException ex) {
			throw new InvalidPemFileException(file, "contains a key that is not valid base64");
		}
	}

	private static byte[] read(Path file) throws InvalidPemFileException {
		byte[] content;
		try (InputStream input = Files.newInputStream(file)) {
			content = input.readNBytes(MAX_SIZE + 1);
		}
		catch (IOException ex) {
			throw new InvalidPemFileException(file, "cannot be read: "
					+ ((ex instanceof NoSuchFileException) ? "no such file" : ex.getClass().getSimpleName()));
		}
		if (content.length > MAX_SIZE) {
			throw new InvalidPemFileException(file, "is larger than %s MB".formatted(MAX_SIZE >> 20));
		}
		return content;
	}

}
