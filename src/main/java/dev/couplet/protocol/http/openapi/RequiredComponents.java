package dev.couplet.protocol.http.openapi;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.type.TypeFactory;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.oas.models.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Marks the components of records as required, unless they are {@code @Nullable}.
 */
final class RequiredComponents implements ModelConverter {

	@Override
	public boolean isOpenapi31() {
		return true;
	}

	@Override
	public @Nullable Schema<?> resolve(AnnotatedType type, ModelConverterContext context,
			Iterator<ModelConverter> chain) {
		Schema<?> schema = chain.hasNext() ? chain.next().resolve(type, context, chain) : null;
		Class<?> javaType = TypeFactory.defaultInstance().constructType(type.getType()).getRawClass();
		if (schema != null && javaType.isRecord()) {
			Schema<?> model = (schema.get$ref() != null)
					? context.getDefinedModels().get(schema.get$ref().substring(schema.get$ref().lastIndexOf('/') + 1))
					: schema;
			if (model != null) {
				model.setRequired(requiredComponents(javaType));
			}
		}
		return schema;
	}

	private static List<String> requiredComponents(Class<?> javaType) {
		return Arrays.stream(javaType.getRecordComponents())
			.filter((component) -> !component.getAnnotatedType().isAnnotationPresent(Nullable.class))
			.map(RequiredComponents::name)
			.toList();
	}

	private static String name(RecordComponent component) {
		JsonProperty property = component.getAccessor().getAnnotation(JsonProperty.class);
		return (property != null) ? property.value() : component.getName();
	}

}
