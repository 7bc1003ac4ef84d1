package dev.couplet.client.command;

import dev.couplet.client.ServerAddress;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Reads a {@code [HOST:]PORT} of the command line.
 */
final class AddressConverter implements ITypeConverter<ServerAddress> {

	@Override
	public ServerAddress convert(String written) {
		try {
			return ServerAddress.parse(written);
		}
		catch (IllegalArgumentException ex) {
			throw new TypeConversionException(ex.getMessage());
		}
	}

}
