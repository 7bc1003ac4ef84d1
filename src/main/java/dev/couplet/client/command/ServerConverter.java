package dev.couplet.client.command;

import dev.couplet.client.ServerUri;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Parses the address or the URL of a transform server.
 */
final class ServerConverter implements ITypeConverter<ServerUri> {

	@Override
	public ServerUri convert(String argument) {
		try {
			return ServerUri.parse(argument);
		}
		catch (IllegalArgumentException ex) {
			throw new TypeConversionException(ex.getMessage());
		}
	}

}
