package dev.couplet.client;

import java.io.IOException;
import java.net.Socket;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

import org.jspecify.annotations.Nullable;

/**
 * The client side of TLS. It is in a class of its own so that no TLS class is loaded
 * unless TLS is used.
 */
final class Tls {

	private static final String ALERT = "Received fatal alert: ";

	private static final String NO_TLS = "Unsupported or unrecognized SSL message";

	private final SSLContext context;

	Tls(SSLContext context) {
		this.context = context;
	}

	/**
	 * Returns TLS with the authorities that the JVM trusts, and without a certificate.
	 * @return the standard TLS of the JVM
	 */
	static Tls standard() {
		try {
			return new Tls(SSLContext.getDefault());
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Performs the handshake with a server, including the check of its host name.
	 * @param socket a connection to the server
	 * @param server the server
	 * @return the TLS socket. Closing it does not close the underlying socket; closing
	 * the underlying socket is enough
	 * @throws TlsException if the handshake fails
	 */
	Socket secure(Socket socket, ServerAddress server) throws IOException {
		SSLSocket secured = (SSLSocket) this.context.getSocketFactory()
			.createSocket(socket, server.host(), server.port(), false);
		SSLParameters parameters = secured.getSSLParameters();
		parameters.setEndpointIdentificationAlgorithm("HTTPS");
		secured.setSSLParameters(parameters);
		try {
			secured.startHandshake();
			return secured;
		}
		catch (IOException ex) {
			throw new TlsException(server, reason(ex));
		}
	}

	/**
	 * Returns the alert with which the server ended an established connection. In TLS 1.3
	 * the server verifies a client's certificate last.
	 * @param failure the failure of a read or write
	 * @return the reason, or null if the server sent no alert
	 */
	static @Nullable String refusal(IOException failure) {
		String message = String.valueOf(failure.getMessage());
		int alert = message.indexOf(ALERT);
		return (failure instanceof SSLException && alert >= 0)
				? "it rejected the connection: " + message.substring(alert + ALERT.length()) : null;
	}

	private static String reason(IOException failure) {
		String refusal = refusal(failure);
		if (refusal != null) {
			return refusal;
		}
		// not the JDK's messages, which may quote data from the server
		Throwable root = rootOf(failure);
		if (root instanceof CertificateExpiredException) {
			return "its certificate has expired";
		}
		if (root instanceof CertificateNotYetValidException) {
			return "its certificate is not valid yet";
		}
		if (root instanceof CertPathBuilderException) {
			return "its certificate is not signed by a trusted authority";
		}
		if (root instanceof CertificateException) {
			return "its certificate does not match the host";
		}
		if (root instanceof SSLException) {
			return String.valueOf(root.getMessage()).contains(NO_TLS) ? "it does not use TLS" : "the handshake failed";
		}
		return "it closed the connection during the handshake";
	}

	private static Throwable rootOf(Throwable failure) {
		Throwable root = failure;
		while (root.getCause() != null) {
			root = root.getCause();
		}
		return root;
	}

}
