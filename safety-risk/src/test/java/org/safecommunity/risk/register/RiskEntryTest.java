package org.safecommunity.risk.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import jakarta.validation.Validation;
import jakarta.validation.executable.ExecutableValidator;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.hibernate.validator.HibernateValidator;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.safecommunity.risk.score.RiskScore;
import org.safecommunity.risk.score.Scheme;

class RiskEntryTest {
    private static final RiskScore SCORE =
            Scheme.find("ls").orElseThrow().score(Map.of("l", BigDecimal.valueOf(3), "s", BigDecimal.valueOf(5)));
    private static final ExecutableValidator VALIDATOR = Validation.byProvider(HibernateValidator.class)
            .configure()
            .messageInterpolator(new ParameterMessageInterpolator(
                    Set.of(Locale.ENGLISH), Locale.ENGLISH, context -> Locale.ENGLISH, false))
            .buildValidatorFactory()
            .getValidator()
            .forExecutables();

    static Stream<Arguments> boundaries() {
        return Stream.of(0, 1, 2, 3, 5)
                .flatMap(index -> Stream.of(null, "", " ", "\u3000", "x").map(text -> Arguments.of(index, text)));
    }

    @ParameterizedTest
    @MethodSource("boundaries")
    void annotation_and_guard_agree(int index, @Nullable String text) throws ReflectiveOperationException {
        Constructor<?> constructor = RiskEntry.class.getDeclaredConstructors()[0];
        Object[] arguments = {"R-1", "stairs", "no light", "4.5.1.d", SCORE, "lamp", LocalDate.of(2025, 1, 1)};
        arguments[index] = text;
        boolean guardAccepts = true;
        try {
            constructor.newInstance(arguments);
        } catch (InvocationTargetException e) {
            guardAccepts = false;
        }
        assertThat(VALIDATOR
                        .validateConstructorParameters(constructor, arguments)
                        .isEmpty())
                .isEqualTo(guardAccepts);
    }

    @Test
    void topic_controls_and_review_may_be_left_empty() {
        RiskEntry entry = new RiskEntry("R-1", "stairs", "no light", "", SCORE, "", null);
        assertThat(entry.score().band().id()).isEqualTo("larger");
        assertThat(entry.nextReview()).isNull();
    }

    @Nested
    @SuppressWarnings("NullAway") // null on purpose
    class Rejects {
        @Test
        void blank_and_missing_parts() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new RiskEntry(" ", "stairs", "no light", "", SCORE, "", null))
                    .withMessage("riskId must not be blank");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new RiskEntry("R-1", "\u3000", "no light", "", SCORE, "", null))
                    .withMessage("place must not be blank");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new RiskEntry("R-1", "stairs", "", "", SCORE, "", null))
                    .withMessage("hazard must not be blank");
            assertThatNullPointerException()
                    .isThrownBy(() -> new RiskEntry("R-1", null, "no light", "", SCORE, "", null))
                    .withMessage("place");
            assertThatNullPointerException()
                    .isThrownBy(() -> new RiskEntry("R-1", "stairs", "no light", null, SCORE, "", null))
                    .withMessage("topic");
            assertThatNullPointerException()
                    .isThrownBy(() -> new RiskEntry("R-1", "stairs", "no light", "", null, "", null))
                    .withMessage("score");
            assertThatNullPointerException()
                    .isThrownBy(() -> new RiskEntry("R-1", "stairs", "no light", "", SCORE, null, null))
                    .withMessage("controls");
        }
    }
}
