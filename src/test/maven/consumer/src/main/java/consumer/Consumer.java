package consumer;

import dev.couplet.Couplet;
import dev.couplet.client.ServerAddress;
import dev.couplet.client.TransformClient;
import dev.couplet.netstring.NetstringCodec;
import dev.couplet.transform.Example;
import dev.couplet.transform.Recipe;
import dev.couplet.transform.Transform;

/**
 * Runs the example of every transform, and prints in which module the library is.
 */
public final class Consumer {

	private Consumer() {
	}

	public static void main(String[] arguments) {
		Couplet couplet = Couplet.standard();
		System.out.println(couplet.transform(Recipe.of("trim").then("cummingsify"), "  HERE IS MY POEM  "));
		System.out.println(new TransformClient(new ServerAddress("localhost", 11000)).getClass().getModule().getName());
		System.out.println(NetstringCodec.class.getModule().getName());
		long right = couplet.catalogue().transforms().stream().filter((transform) -> isRight(couplet, transform)).count();
		System.out.println(right + " examples");
	}

	private static boolean isRight(Couplet couplet, Transform transform) {
		Example example = transform.example();
		return example != null && couplet.transform(example.recipe(), example.text()).equals(example.result());
	}

}
