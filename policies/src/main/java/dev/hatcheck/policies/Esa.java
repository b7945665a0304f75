package dev.hatcheck.policies;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the public documents that show the appliance behaving this way.
 *
 * <p>The keys are those of {@code docs/sources.md}, for example {@code UG100-25}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.FIELD, ElementType.METHOD, ElementType.RECORD_COMPONENT})
public @interface Esa {
    /** The keys of the sources, at least one. */
    String[] value();
}
