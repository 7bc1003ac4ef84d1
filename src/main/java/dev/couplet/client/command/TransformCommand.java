package dev.couplet.client.command;

import java.io.IOException;
import java.util.concurrent.Callable;

import dev.couplet.client.RefusedException;
import dev.couplet.client.ServerAddress;
import dev.couplet.client.ServerUri;
import dev.couplet.client.TransformClient;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * {@code transform}: transforms standard input on a server.
 */
final class TransformCommand implements Callable<Integer> {

	private final Console console;

	private final ServerOptions options;

	private final PositionalParamSpec recipe = PositionalParamSpec.builder()
		.paramLabel("RECIPE")
		.arity("1")
		.required(true)
		.converters(new RecipeConverter())
		.description("A recipe such as trim,wrap=60,cummingsify.")
		.build();

	private final LocalTransforms transforms;

	/**
	 * Creates the command.
	 * @param console the standard streams
	 * @param transforms explain why a server refused a recipe and value, if it does not
	 * @param variables the environment variables
	 */
	TransformCommand(Console console, LocalTransforms transforms, Variables variables) {
		this.console = console;
		this.options = new ServerOptions(variables);
		this.transforms = transforms;
	}

	CommandSpec describe() {
		CommandSpec command = Commands.named("transform", this);
		command.usageMessage()
			.description("Transforms standard input on a transform server, and writes the result to standard output.",
					"Both are passed on byte for byte. A recipe that takes a text takes UTF-8, in every locale.");
		command.addPositional(this.recipe);
		this.options.addTo(command);
		return command;
	}

	@Override
	public Integer call() throws IOException {
		String sent = this.recipe.getValue();
		TransformClient client = this.options.client();
		byte[] value = this.console.read();
		try {
			this.console.print(transform(client, sent, value));
			return ExitCode.OK;
		}
		catch (RefusedException ex) {
			this.console.printError(Console.describe(ex) + ((ex.reason() == null) ? explain(sent, value) : ""));
			return ExitCode.SOFTWARE;
		}
	}

	private byte[] transform(TransformClient client, String sent, byte[] value) throws IOException {
		long start = System.nanoTime();
		ServerAddress server = this.options.uri().address();
		try (DelayedProgress _ = DelayedProgress.start(new ProgressLine(this.console.errors()),
				() -> "waiting for " + server + ", " + (System.nanoTime() - start) / 1_000_000_000 + " s")) {
			return client.transform(sent, value);
		}
	}

	private String explain(String sent, byte[] value) {
		// over the other protocols, it would have said so
		String reason = (this.options.uri().protocol() == ServerUri.Protocol.NETSTRING)
				? this.transforms.refusal(sent, value) : "";
		if (!reason.isEmpty()) {
			return "; the built-in transforms refuse this: " + reason;
		}
		return this.options.isTls() ? "" : "; if it requires TLS, use --tls or https://";
	}

}
