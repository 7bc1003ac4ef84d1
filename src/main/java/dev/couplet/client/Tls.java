package dev.couplet.client;

import java.io.IOException;
import java.net.Socket;
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
 * The client's side of TLS. In a class of its own, so that nothing of it is loaded where
 * it is not asked for.
 */
final class Tls {

	private static final String ALERT = "Received fatal alert: ";

	private static final String NO_TLS = "Unsupported or unrecognized SSL message";

	private final SSLContext context;

	Tls(SSLContext context) {
		this.context = context;
	}

	/**
	 * Agrees with a server on everything, also that it is the one that was meant.
	 * @param socket a connection to the server
	 * @param server the server
	 * @return a socket for plain text. It never closes the first one, and closing that is
	 * enough
	 * @throws TlsException where there is no agreement
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
	 * Why the server ended a connection that seemed to be agreed on. In TLS 1.3 it looks
	 * at a client's certificate last.
	 * @param failure what came of reading or writing
	 * @return null where it did not say
	 */
	static @Nullable String refusal(IOException failure) {
		String message = String.valueOf(failure.getMessage());
		int alert = message.indexOf(ALERT);
		return (failure instanceof SSLException && alert >= 0)
				? "it refuses us, " + message.substring(alert + ALERT.length()) : null;
	}

	private static String reason(IOException failure) {
		String refusal = refusal(failure);
		if (refusal != null) {
			return refusal;
		}
		// in words of our own: the JDK's may quote what the server sent
		Throwable root = rootOf(failure);
		if (root instanceof CertificateExpiredException) {
			return "its certificate has expired";
		}
		if (root instanceof CertificateNotYetValidException) {
			return "its certificate is not valid yet";
		}
		if (root instanceof CertPathBuilderException) {
			return "its certificate is from no authority that is trusted here";
		}
		if (root instanceof CertificateException) {
			return "its certificate is not for this host";
		}
		if (root instanceof SSLException) {
			return String.valueOf(root.getMessage()).contains(NO_TLS) ? "it does not speak it"
					: "there is nothing that both sides can do";
		}
		return "it closed the connection within the handshake";
	}

	private static Throwable rootOf(Throwable failure) {
		Throwable root = failure;
		while (root.getCause() != null) {
			root = root.getCause();
		}
		return root;
	}

}
