package dev.couplet;

import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Starts a command of the jar sooner. The libraries in the jar are in the order of their
 * names, and a class is searched in one after the other: before the first class of SLF4J
 * a hundred of them are opened. Here those that commands need come first.
 */
final class CommandLauncher {

	static final List<String> FIRST = List.of("/!BOOT-INF/classes/", "/!BOOT-INF/lib/picocli-",
			"/!BOOT-INF/lib/jackson-core-", "/!BOOT-INF/lib/slf4j-api-", "/!BOOT-INF/lib/icu4j-");

	private CommandLauncher() {
	}

	/**
	 * Runs the program in a class loader of its own.
	 * @param jar the class loader of the jar
	 * @param arguments the arguments of the program
	 */
	static void run(URLClassLoader jar, String... arguments) {
		URL[] libraries = jar.getURLs();
		Arrays.sort(libraries, Comparator.comparingInt(CommandLauncher::rank));
		try {
			ClassLoader loader = sameKind(jar, libraries);
			Thread.currentThread().setContextClassLoader(loader);
			loader.loadClass(CoupletApplication.class.getName())
				.getMethod("main", String[].class)
				.invoke(null, (Object) arguments);
		}
		catch (InvocationTargetException ex) {
			throw new IllegalStateException(ex.getCause());
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException(ex);
		}
	}

	// by reflection, because a name of Spring Boot's would be searched in all libraries
	private static ClassLoader sameKind(URLClassLoader jar, URL[] libraries) throws ReflectiveOperationException {
		return jar.getClass()
			.getConstructor(boolean.class, URL[].class, ClassLoader.class)
			.newInstance(false, libraries, jar.getParent());
	}

	private static int rank(URL library) {
		for (int i = 0; i < FIRST.size(); i++) {
			if (library.getPath().contains(FIRST.get(i))) {
				return i;
			}
		}
		return FIRST.size();
	}

}
