package org.safecommunity.model.testing;

import jakarta.validation.Validation;
import jakarta.validation.executable.ExecutableValidator;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.hibernate.validator.HibernateValidator;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.junit.jupiter.params.provider.Arguments;

/** Asks the annotations and the guard of a record the same question. */
public final class Parity {
    private static final ExecutableValidator VALIDATOR = Validation.byProvider(HibernateValidator.class)
            .configure()
            .messageInterpolator(new ParameterMessageInterpolator(
                    Set.of(Locale.ENGLISH), Locale.ENGLISH, context -> Locale.ENGLISH, false))
            .buildValidatorFactory()
            .getValidator()
            .forExecutables();

    private Parity() {}

    /** Arguments of a record's constructor, all of them sound, that one component is changed in. */
    public record Sample(Class<? extends Record> type, List<Object> sound) {
        /** Sound arguments in the order of the components; null where a component may be null. */
        public static Sample of(Class<? extends Record> type, Object... sound) {
            return new Sample(type, Arrays.asList(sound));
        }

        /** One case for each value of a component. */
        public Stream<Arguments> with(String component, Object... values) {
            return Arrays.stream(values).map(value -> Arguments.of(this, component, value));
        }

        @Override
        public String toString() {
            return type.getSimpleName();
        }

        private Object[] changed(String component, Object value) {
            Object[] arguments = sound.toArray();
            arguments[indexOf(component)] = value;
            return arguments;
        }

        private int indexOf(String component) {
            RecordComponent[] components = type.getRecordComponents();
            for (int i = 0; i < components.length; i++) {
                if (components[i].getName().equals(component)) {
                    return i;
                }
            }
            throw new IllegalArgumentException("no component " + component);
        }
    }

    /** Whether the annotations accept the arguments. */
    public static boolean annotationsAccept(Sample sample, String component, Object value) {
        return VALIDATOR
                .validateConstructorParameters(constructor(sample.type()), sample.changed(component, value))
                .isEmpty();
    }

    /** Whether the constructor accepts the arguments. */
    public static boolean guardAccepts(Sample sample, String component, Object value) {
        try {
            constructor(sample.type()).newInstance(sample.changed(component, value));
            return true;
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IllegalArgumentException || e.getCause() instanceof NullPointerException) {
                return false;
            }
            throw new AssertionError("the guard fails in another way", e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }

    private static <T extends Record> Constructor<T> constructor(Class<T> type) {
        Class<?>[] types = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            return type.getDeclaredConstructor(types);
        } catch (NoSuchMethodException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }
}
