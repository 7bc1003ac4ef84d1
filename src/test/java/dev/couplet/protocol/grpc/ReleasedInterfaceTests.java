package dev.couplet.protocol.grpc;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.DescriptorProtos.EnumDescriptorProto;
import com.google.protobuf.DescriptorProtos.EnumValueDescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.MethodDescriptorProto;
import com.google.protobuf.DescriptorProtos.ServiceDescriptorProto;
import com.google.protobuf.TextFormat;
import dev.couplet.protocol.grpc.v1.TransformsOuterClass;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that the interface breaks no caller of the one that was released last. At a
 * release, {@code released.textproto} becomes a copy of {@code target/current.textproto},
 * which this test writes.
 */
class ReleasedInterfaceTests {

	private static final FileDescriptorProto CURRENT = TransformsOuterClass.getDescriptor().toProto();

	@Test
	void everythingReleasedIsStillThere() throws IOException {
		Files.writeString(Path.of("target", "current.textproto"), CURRENT.toString());
		assertThat(breaches(released(), CURRENT)).isEmpty();
	}

	@Test
	void additionsBreakNobody() throws IOException {
		FileDescriptorProto.Builder extended = released().toBuilder();
		extended.addMessageType(DescriptorProto.newBuilder().setName("Added"));
		extended.getMessageTypeBuilder(0).addField(field("added", 99, FieldDescriptorProto.Type.TYPE_STRING));
		extended.getServiceBuilder(0).addMethod(MethodDescriptorProto.newBuilder().setName("Added"));
		assertThat(breaches(released(), extended.build())).isEmpty();
	}

	@Test
	void removalsAndChangesBreakCallers() throws IOException {
		FileDescriptorProto released = released();
		FileDescriptorProto.Builder changed = released.toBuilder();
		changed.setPackage("couplet.v2").removeMessageType(1);
		changed.getMessageTypeBuilder(0)
			.removeField(0)
			.getFieldBuilder(1)
			.setType(FieldDescriptorProto.Type.TYPE_BYTES);
		changed.getEnumTypeBuilder(0).removeValue(2);
		changed.getServiceBuilder(0).getMethodBuilder(1).setClientStreaming(false);
		changed.getServiceBuilder(0).removeMethod(3);
		assertThat(breaches(released, changed.build())).hasSize(7);
	}

	private static FileDescriptorProto released() throws IOException {
		try (InputStream input = ReleasedInterfaceTests.class.getResourceAsStream("released.textproto")) {
			return TextFormat.parse(new String(input.readAllBytes(), StandardCharsets.UTF_8),
					FileDescriptorProto.class);
		}
	}

	private static List<String> breaches(FileDescriptorProto released, FileDescriptorProto current) {
		List<String> breaches = new ArrayList<>();
		if (!released.getPackage().equals(current.getPackage())) {
			breaches.add("the package has changed");
		}
		Map<String, DescriptorProto> messages = byName(current.getMessageTypeList(), DescriptorProto::getName);
		for (DescriptorProto message : released.getMessageTypeList()) {
			DescriptorProto now = messages.get(message.getName());
			breaches.addAll((now != null) ? missing(message.getName(), fields(message), fields(now))
					: List.of(message.getName() + " is missing"));
		}
		Map<String, EnumDescriptorProto> enums = byName(current.getEnumTypeList(), EnumDescriptorProto::getName);
		for (EnumDescriptorProto type : released.getEnumTypeList()) {
			EnumDescriptorProto now = enums.get(type.getName());
			breaches.addAll((now != null) ? missing(type.getName(), values(type), values(now))
					: List.of(type.getName() + " is missing"));
		}
		Map<String, ServiceDescriptorProto> services = byName(current.getServiceList(),
				ServiceDescriptorProto::getName);
		for (ServiceDescriptorProto service : released.getServiceList()) {
			ServiceDescriptorProto now = services.get(service.getName());
			breaches.addAll((now != null) ? missing(service.getName(), methods(service), methods(now))
					: List.of(service.getName() + " is missing"));
		}
		return breaches;
	}

	private static <T> Map<String, T> byName(List<T> all, Function<T, String> name) {
		return all.stream().collect(Collectors.toMap(name, Function.identity()));
	}

	private static List<String> missing(String where, Set<String> released, Set<String> current) {
		return released.stream()
			.filter((part) -> !current.contains(part))
			.map((part) -> where + ": " + part + " is missing or has changed")
			.toList();
	}

	// in the binary form the number and the type count, in JSON and in code the name
	private static Set<String> fields(DescriptorProto message) {
		Set<String> fields = new TreeSet<>();
		for (FieldDescriptorProto field : message.getFieldList()) {
			String oneof = (field.hasOneofIndex() && !field.getProto3Optional())
					? " in " + message.getOneofDecl(field.getOneofIndex()).getName() : "";
			fields.add("%s %s %s %s = %d%s".formatted(field.getLabel(), field.getType(), field.getTypeName(),
					field.getName(), field.getNumber(), oneof));
		}
		return fields;
	}

	private static Set<String> values(EnumDescriptorProto type) {
		return type.getValueList()
			.stream()
			.map((EnumValueDescriptorProto value) -> value.getName() + " = " + value.getNumber())
			.collect(Collectors.toCollection(TreeSet::new));
	}

	private static Set<String> methods(ServiceDescriptorProto service) {
		return service.getMethodList()
			.stream()
			.map((method) -> "%s(%s %s) returns (%s %s)".formatted(method.getName(), method.getClientStreaming(),
					method.getInputType(), method.getServerStreaming(), method.getOutputType()))
			.collect(Collectors.toCollection(TreeSet::new));
	}

	private static FieldDescriptorProto field(String name, int number, FieldDescriptorProto.Type type) {
		return FieldDescriptorProto.newBuilder()
			.setName(name)
			.setNumber(number)
			.setType(type)
			.setLabel(FieldDescriptorProto.Label.LABEL_OPTIONAL)
			.build();
	}

}
