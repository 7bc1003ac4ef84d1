package dev.couplet.settings;

import java.nio.file.FileSystemException;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.web.server.WebServerException;

/**
 * Reports that there is no writable directory for temporary files, which Tomcat needs,
 * and what to do about it.
 */
final class TemporaryFolderFailureAnalyzer extends AbstractFailureAnalyzer<WebServerException> {

	@Override
	protected @Nullable FailureAnalysis analyze(Throwable rootFailure, WebServerException cause) {
		String folder = System.getProperty("java.io.tmpdir");
		boolean inFolder = cause.getCause() instanceof FileSystemException failure
				&& failure.getFile().startsWith(folder);
		return inFolder
				? new FailureAnalysis("The directory for temporary files, %s, is not writable.".formatted(folder),
						"Make it writable (in a container with --tmpfs %s), or set another with -Djava.io.tmpdir."
							.formatted(folder),
						cause)
				: null;
	}

}
