package dev.couplet.settings;

import java.nio.file.FileSystemException;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.web.server.WebServerException;

/**
 * Says what to do where there is no folder for temporary files, of which Tomcat needs
 * one.
 */
final class TemporaryFolderFailureAnalyzer extends AbstractFailureAnalyzer<WebServerException> {

	@Override
	protected @Nullable FailureAnalysis analyze(Throwable rootFailure, WebServerException cause) {
		String folder = System.getProperty("java.io.tmpdir");
		boolean ofFolder = cause.getCause() instanceof FileSystemException failure
				&& failure.getFile().startsWith(folder);
		return ofFolder
				? new FailureAnalysis("The folder for temporary files, %s, cannot be written to.".formatted(folder),
						"Make it writable (in a container with --tmpfs %s), or name another with -Djava.io.tmpdir."
							.formatted(folder),
						cause)
				: null;
	}

}
