package dev.couplet;

/**
 * Where the program starts. It is compiled for Java 17, like the loader of the jar, so
 * that an older Java than the server needs is told in a sentence and not in a stack
 * trace.
 */
public final class Launcher {

	static final int REQUIRED = 25;

	private Launcher() {
	}

	public static void main(String[] arguments) {
		int version = Runtime.version().feature();
		if (version < REQUIRED) {
			System.err.println("couplet: Java " + REQUIRED + " or later is needed, and this is Java " + version + " in "
					+ System.getProperty("java.home") + ": call the java of a JDK " + REQUIRED + " instead.");
			System.exit(1);
		}
		CoupletApplication.main(arguments);
	}

}
