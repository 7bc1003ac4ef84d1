package dev.couplet;

import java.net.URLClassLoader;

/**
 * The main class. It is compiled for Java 17, like the loader of the jar, so that an
 * older Java than the server needs is reported in a sentence and not in a stack trace.
 */
public final class Launcher {

	static final int REQUIRED_VERSION = 25;

	private Launcher() {
	}

	public static void main(String[] arguments) {
		int version = Runtime.version().feature();
		if (version < REQUIRED_VERSION) {
			System.err.println("couplet: Java " + REQUIRED_VERSION + " or later is required, but this is Java "
					+ version + " in " + System.getProperty("java.home") + ". Run it with the java command of JDK "
					+ REQUIRED_VERSION + ".");
			System.exit(1);
		}
		// the class loader is not a URLClassLoader if the classes are not in the jar
		if (isCommand(arguments) && Launcher.class.getClassLoader() instanceof URLClassLoader jar) {
			CommandLauncher.run(jar, arguments);
		}
		else {
			CoupletApplication.main(arguments);
		}
	}

	// other arguments are settings of the server
	private static boolean isCommand(String... arguments) {
		return arguments.length > 0 && (!arguments[0].startsWith("--") || arguments[0].equals("--help")
				|| arguments[0].equals("--version"));
	}

}
