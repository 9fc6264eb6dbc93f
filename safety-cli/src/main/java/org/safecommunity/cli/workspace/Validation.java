package org.safecommunity.cli.workspace;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Path;
import jakarta.validation.Validator;
import jakarta.validation.executable.ExecutableValidator;
import java.lang.reflect.Constructor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.hibernate.validator.HibernateValidator;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.jspecify.annotations.Nullable;
import org.safecommunity.model.LocalText;

/**
 * The Jakarta constraints as messages in two languages. Costly to start, so it is used for documents and for rows whose
 * guard has already refused them, never for good rows.
 */
final class Validation {
    private static final Locale ZH = Locale.SIMPLIFIED_CHINESE;

    /** Kept, because a logger that nobody holds forgets its level: the provider announces itself on standard error. */
    private static final Logger QUIET = Logger.getLogger("org.hibernate.validator");

    static {
        QUIET.setLevel(Level.OFF);
    }

    private final Validator english = validator(Locale.ENGLISH);
    private final Validator chinese = validator(ZH);

    private static final class Holder {
        private static final Validation INSTANCE = new Validation();
    }

    private Validation() {
        // use Holder
    }

    static Validation instance() {
        return Holder.INSTANCE;
    }

    /** A violated constraint: path of the component and the message. */
    record Violation(String path, LocalText message) {}

    /** Violations of an object, sorted by path. */
    <T> List<Violation> of(T object) {
        return merge(english.validate(object), chinese.validate(object));
    }

    /** Violations of the arguments of a record's constructor, sorted by path. */
    <T> List<Violation> ofArguments(Class<T> type, @Nullable Object... arguments) {
        @SuppressWarnings("unchecked")
        Constructor<T> constructor = (Constructor<T>) type.getDeclaredConstructors()[0];
        Function<Validator, Set<ConstraintViolation<T>>> check = validator -> {
            ExecutableValidator executables = validator.forExecutables();
            return executables.validateConstructorParameters(constructor, arguments);
        };
        return merge(check.apply(english), check.apply(chinese));
    }

    private static <T> List<Violation> merge(Set<ConstraintViolation<T>> english, Set<ConstraintViolation<T>> chinese) {
        Map<String, String> zh = new TreeMap<>();
        chinese.forEach(v -> zh.put(key(v), v.getMessage()));
        List<Violation> violations = new ArrayList<>();
        for (ConstraintViolation<T> violation : english) {
            String message = violation.getMessage();
            violations.add(new Violation(
                    leafPath(violation), new LocalText(message, zh.getOrDefault(key(violation), message))));
        }
        violations.sort(Comparator.comparing(Violation::path)
                .thenComparing(v -> v.message().en()));
        return violations;
    }

    private static String key(ConstraintViolation<?> violation) {
        return violation.getPropertyPath() + " " + violation.getMessageTemplate();
    }

    /** Path without the name of the constructor, e.g. {@code population.kind}. */
    private static String leafPath(ConstraintViolation<?> violation) {
        List<String> nodes = new ArrayList<>();
        for (Path.Node node : violation.getPropertyPath()) {
            if (node.getKind() != jakarta.validation.ElementKind.CONSTRUCTOR && node.getName() != null) {
                String index = node.getIndex() == null ? "" : "[" + node.getIndex() + "].";
                nodes.add(index + node.getName());
            }
        }
        return String.join(".", nodes).replace(".[", "[");
    }

    private static Validator validator(Locale locale) {
        return jakarta.validation.Validation.byProvider(HibernateValidator.class)
                .configure()
                .messageInterpolator(
                        new ParameterMessageInterpolator(Set.of(Locale.ENGLISH, ZH), locale, context -> locale, false))
                .buildValidatorFactory()
                .getValidator();
    }
}
