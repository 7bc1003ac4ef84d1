package dev.couplet.endpoint;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import org.jspecify.annotations.Nullable;

import org.springframework.util.unit.DataSize;

/**
 * Inclusive bounds for a {@link DataSize}. Null is valid.
 */
@Documented
@Constraint(validatedBy = SizeBetween.Validator.class)
@Target({ ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT })
@Retention(RetentionPolicy.RUNTIME)
@interface SizeBetween {

	String min();

	String max();

	String message() default "must be from {min} to {max}";

	Class<?>[] groups() default {};

	Class<? extends Payload>[] payload() default {};

	/**
	 * Validates sizes.
	 */
	class Validator implements ConstraintValidator<SizeBetween, @Nullable DataSize> {

		private DataSize min = DataSize.ofBytes(0);

		private DataSize max = DataSize.ofBytes(Long.MAX_VALUE);

		@Override
		public void initialize(SizeBetween bounds) {
			this.min = DataSize.parse(bounds.min());
			this.max = DataSize.parse(bounds.max());
		}

		@Override
		public boolean isValid(@Nullable DataSize size, ConstraintValidatorContext context) {
			return size == null || (size.compareTo(this.min) >= 0 && size.compareTo(this.max) <= 0);
		}

	}

}
