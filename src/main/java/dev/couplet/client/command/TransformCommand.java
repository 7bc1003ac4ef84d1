package dev.couplet.client.command;

import java.io.IOException;
import java.util.concurrent.Callable;

import dev.couplet.client.RefusedException;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * {@code transform}: transforms standard input on a server.
 */
final class TransformCommand implements Callable<Integer> {

	private final Console console;

	private final ServerOptions options = new ServerOptions();

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
	 * @param transforms explain why a server refused a recipe and value
	 */
	TransformCommand(Console console, LocalTransforms transforms) {
		this.console = console;
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
		byte[] value = this.console.read();
		try {
			this.console.print(this.options.client().transform(sent, value));
			return ExitCode.OK;
		}
		catch (RefusedException ex) {
			String reason = this.transforms.refusal(sent, value);
			this.console.printError(Console.describe(ex)
					+ (reason.isEmpty() ? "" : "; the built-in transforms refuse this: " + reason));
			return ExitCode.SOFTWARE;
		}
	}

}
