package dev.couplet.client.command;

import dev.couplet.client.ServerAddress;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Parses a {@code [HOST:]PORT} argument.
 */
final class AddressConverter implements ITypeConverter<ServerAddress> {

	@Override
	public ServerAddress convert(String argument) {
		try {
			return ServerAddress.parse(argument);
		}
		catch (IllegalArgumentException ex) {
			throw new TypeConversionException(ex.getMessage());
		}
	}

}
