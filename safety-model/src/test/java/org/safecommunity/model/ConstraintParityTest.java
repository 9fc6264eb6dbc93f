package org.safecommunity.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.annotation.Annotation;
import java.lang.reflect.Parameter;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.safecommunity.model.accident.AccidentDomain;
import org.safecommunity.model.accident.AccidentRecord;
import org.safecommunity.model.injury.InjuryRecord;
import org.safecommunity.model.programme.Community;
import org.safecommunity.model.programme.CommunityType;
import org.safecommunity.model.programme.PopulationCell;
import org.safecommunity.model.testing.Parity;
import org.safecommunity.model.testing.Parity.Sample;

/** The Jakarta constraints of a record and its constructor refuse the same boundary values. */
class ConstraintParityTest {
    private static final EventDate DATE = new EventDate(2024, 6, 30);
    private static final Object[] TEXTS = {null, "", " ", "\t\n", "\u3000", "\u00a0", "x", " x "};

    private static final Sample EVENT_DATE = Sample.of(EventDate.class, 2024, 1, 0);
    private static final Sample INJURY =
            Sample.of(InjuryRecord.class, "1", "NISS-B", Sex.MALE, null, DATE, null, Map.of());
    private static final Sample ACCIDENT =
            Sample.of(AccidentRecord.class, "1", AccidentDomain.FIRE, DATE, 0, 0, 0, BigDecimal.ZERO);
    private static final Sample POPULATION = Sample.of(PopulationCell.class, 2024, Sex.MALE, "0-4", 1L);
    private static final Sample COMMUNITY = Sample.of(
            Community.class, LocalText.of("Riverside"), CommunityType.URBAN, null, false, null, null, null, null, null);

    static Stream<Arguments> boundaries() {
        return Stream.of(
                        EVENT_DATE.with("year", Integer.MIN_VALUE, 0, 1899, 1900, 2999, 3000, Integer.MAX_VALUE),
                        EVENT_DATE.with("month", Integer.MIN_VALUE, -1, 0, 1, 12, 13, Integer.MAX_VALUE),
                        EVENT_DATE.with("day", Integer.MIN_VALUE, -1, 0, 1, 31, 32, Integer.MAX_VALUE),
                        INJURY.with("recordId", TEXTS),
                        INJURY.with("codeSet", TEXTS),
                        INJURY.with("sex", null, Sex.UNKNOWN),
                        INJURY.with("age", null, Integer.MIN_VALUE, -1, 0, 130, 131, Integer.MAX_VALUE),
                        INJURY.with("date", null, DATE),
                        INJURY.with("hour", null, Integer.MIN_VALUE, -1, 0, 23, 24, Integer.MAX_VALUE),
                        INJURY.with("codes", null, Map.of()),
                        ACCIDENT.with("recordId", TEXTS),
                        ACCIDENT.with("domain", null, AccidentDomain.TRAFFIC),
                        ACCIDENT.with("date", null, DATE),
                        ACCIDENT.with("deaths", Integer.MIN_VALUE, -1, 0, Integer.MAX_VALUE),
                        ACCIDENT.with("seriousInjuries", Integer.MIN_VALUE, -1, 0, Integer.MAX_VALUE),
                        ACCIDENT.with("minorInjuries", Integer.MIN_VALUE, -1, 0, Integer.MAX_VALUE),
                        ACCIDENT.with(
                                "directLoss10kYuan",
                                null,
                                new BigDecimal("-0.01"),
                                BigDecimal.ZERO,
                                new BigDecimal("0.00"),
                                new BigDecimal("1E+20")),
                        POPULATION.with("year", Integer.MIN_VALUE, 1899, 1900, 2999, 3000, Integer.MAX_VALUE),
                        POPULATION.with("sex", null, Sex.UNKNOWN),
                        POPULATION.with(
                                "ageGroup", null, "", "0", "0-4", "85+", "130", "1234", "0–4", "-4", "0-4 ", "all"),
                        POPULATION.with("persons", Long.MIN_VALUE, -1L, 0L, Long.MAX_VALUE),
                        COMMUNITY.with("name", null, LocalText.of("x")),
                        COMMUNITY.with("type", null, CommunityType.PARK))
                .flatMap(cases -> cases);
    }

    @ParameterizedTest
    @MethodSource("boundaries")
    void annotation_and_guard_agree(Sample sample, String component, Object value) {
        assertThat(Parity.guardAccepts(sample, component, value))
                .isEqualTo(Parity.annotationsAccept(sample, component, value));
    }

    @Test
    void every_annotated_component_has_cases() {
        Set<String> annotated = new TreeSet<>();
        for (Sample sample : new Sample[] {EVENT_DATE, INJURY, ACCIDENT, POPULATION, COMMUNITY}) {
            for (Parameter parameter :
                    sample.type().getDeclaredConstructors()[0].getParameters()) {
                if (Arrays.stream(parameter.getAnnotations()).anyMatch(ConstraintParityTest::isConstraint)) {
                    annotated.add(sample + "." + parameter.getName());
                }
            }
        }
        Set<String> covered =
                boundaries().map(c -> c.get()[0] + "." + c.get()[1]).collect(Collectors.toCollection(TreeSet::new));
        assertThat(covered).isEqualTo(annotated);
    }

    private static boolean isConstraint(Annotation annotation) {
        return annotation.annotationType().getName().startsWith("jakarta.validation.constraints.");
    }
}
