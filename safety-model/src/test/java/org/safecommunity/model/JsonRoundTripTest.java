package org.safecommunity.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.safecommunity.model.accident.AccidentDomain;
import org.safecommunity.model.accident.AccidentGrade;
import org.safecommunity.model.accident.AccidentRecord;
import org.safecommunity.model.accident.GradeScheme;
import org.safecommunity.model.injury.CodeSet;
import org.safecommunity.model.injury.ConsistencyRule;
import org.safecommunity.model.injury.InjuryField;
import org.safecommunity.model.injury.InjuryRecord;
import org.safecommunity.model.programme.Community;
import org.safecommunity.model.programme.CommunityDraft;
import org.safecommunity.model.programme.CommunityType;
import org.safecommunity.model.programme.Coverage;
import org.safecommunity.model.programme.PopulationCell;
import org.safecommunity.model.programme.PopulationKind;
import org.safecommunity.model.programme.UnitLevel;
import org.safecommunity.model.source.Confidence;
import org.safecommunity.model.source.Provenance;
import org.safecommunity.model.source.ProvenanceStatus;
import org.safecommunity.model.source.SourceDocument;
import org.safecommunity.model.standard.PdcaPhase;
import org.safecommunity.model.standard.Standard;
import org.safecommunity.model.testing.Json;
import org.safecommunity.model.validation.Finding;
import org.safecommunity.model.validation.Location;
import org.safecommunity.model.validation.Severity;

/** Every type that is read from or written to a file comes back equal, with the strict features on. */
class JsonRoundTripTest {
    private static final LocalText TEXT = new LocalText("text", "文字");
    private static final EventDate DATE = new EventDate(2024, 6, 30);

    static Stream<Object> values() {
        Map<InjuryField, String> codes = new LinkedHashMap<>();
        for (InjuryField field : InjuryField.values()) {
            codes.put(field, "1");
        }
        return Stream.of(
                TEXT,
                DATE,
                new EventDate(2024, 0, 0),
                new SourceDocument("STD", TEXT),
                Provenance.found("STD", "GUID art. 21"),
                new Provenance(ProvenanceStatus.RECALLED, Confidence.LOW, List.of(), List.of("STEP"), TEXT),
                new Provenance(ProvenanceStatus.DERIVED, null, List.of(), List.of(), null),
                new Location("a.csv", 3, "age"),
                new Finding("not-a-number", Severity.INFO, Location.of("a.csv"), TEXT, TEXT),
                new InjuryRecord("1", "NISS-B", Sex.FEMALE, null, DATE, null, codes),
                new InjuryRecord("1", "NISS-B", Sex.UNKNOWN, 130, DATE, 23, Map.of()),
                new AccidentRecord("1", AccidentDomain.PUBLIC_SECURITY, DATE, 1, 2, 3, new BigDecimal("12.50")),
                new AccidentGrade("major", 3, TEXT, 10, 50, new BigDecimal("5000")),
                new PopulationCell(2024, Sex.MALE, "85+", Long.MAX_VALUE),
                new Community(
                        TEXT,
                        CommunityType.PARK,
                        LocalDate.of(2023, 1, 31),
                        true,
                        TEXT,
                        null,
                        "CC0",
                        UnitLevel.PARK,
                        12L),
                new CommunityDraft(null, null, null, null, null, null, null, null, null),
                new CommunityDraft(
                        TEXT,
                        CommunityType.RURAL,
                        LocalDate.of(2023, 1, 31),
                        false,
                        TEXT,
                        TEXT,
                        "",
                        UnitLevel.TOWNSHIP,
                        0L),
                Standard.aqt9001(),
                GradeScheme.bundled());
    }

    @ParameterizedTest
    @MethodSource("values")
    void comes_back_equal(Object value) throws JsonProcessingException {
        roundTrip(value);
    }

    @Test
    void code_sets_come_back_equal() throws JsonProcessingException {
        for (CodeSet codeSet : CodeSet.bundled()) {
            Json.assertRoundTrip(codeSet, CodeSet.class);
        }
    }

    @Test
    void rules_come_back_equal() throws JsonProcessingException {
        for (ConsistencyRule rule : ConsistencyRule.bundled()) {
            Json.assertRoundTrip(rule, ConsistencyRule.class);
        }
    }

    static Stream<Enum<?>> words() {
        return Stream.<Enum<?>[]>of(
                        Sex.values(),
                        AccidentDomain.values(),
                        InjuryField.values(),
                        CommunityType.values(),
                        Coverage.values(),
                        PopulationKind.values(),
                        Confidence.values(),
                        ProvenanceStatus.values(),
                        PdcaPhase.values(),
                        Severity.values())
                .flatMap(Stream::of);
    }

    @ParameterizedTest
    @MethodSource("words")
    void words_come_back_equal(Enum<?> word) throws JsonProcessingException {
        roundTrip(word);
    }

    @Test
    void words_in_files_are_stable() throws JsonProcessingException {
        assertThat(Json.STRICT.writeValueAsString(words().toList()))
                .isEqualTo("[\"male\",\"female\",\"unknown\",\"production\",\"traffic\",\"fire\",\"public-security\","
                        + "\"cause\",\"place\",\"activity\",\"intent\",\"nature\",\"body_part\",\"severity\",\"outcome\","
                        + "\"urban\",\"rural\",\"enterprise\",\"park\",\"district\",\"all-residents\","
                        + "\"sentinel-hospitals\",\"household-survey\",\"partial\",\"unknown\",\"registered\",\"resident\","
                        + "\"with-migrants\",\"high\",\"medium\",\"low\",\"found\",\"recalled\",\"derived\",\"plan\","
                        + "\"do\",\"check\",\"act\",\"error\",\"warning\",\"info\"]");
    }

    @Test
    void a_field_is_written_under_its_label() throws JsonProcessingException {
        InjuryRecord injury =
                new InjuryRecord("1", "NISS-B", Sex.MALE, 4, DATE, null, Map.of(InjuryField.BODY_PART, "2"));
        assertThat(Json.STRICT.writeValueAsString(injury)).contains("\"codes\":{\"body_part\":\"2\"}");
    }

    @Test
    void a_plain_string_serves_as_text_in_both_languages() throws JsonProcessingException {
        assertThat(Json.STRICT.readValue("\"x\"", LocalText.class)).isEqualTo(new LocalText("x", "x"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"year\":2024,\"month\":6}",
                "{\"year\":2024,\"month\":6,\"day\":null}",
                "{\"year\":2024,\"month\":\"June\",\"day\":1}"
            })
    void a_missing_number_is_not_read_as_zero(String json) {
        assertThatThrownBy(() -> Json.STRICT.readValue(json, EventDate.class))
                .isInstanceOf(MismatchedInputException.class);
    }

    @Test
    void a_guard_arrives_with_its_place() {
        assertThatThrownBy(() -> Json.STRICT.readValue("{\"year\":1899,\"month\":6,\"day\":1}", EventDate.class))
                .isInstanceOf(ValueInstantiationException.class)
                .hasMessageContaining("year must be from 1900 to 2999, was 1899")
                .hasMessageContaining("line: 1");
    }

    @Test
    void an_unknown_domain_is_refused_with_the_known_ones() {
        assertThatThrownBy(() -> Json.STRICT.readValue("\"sea\"", AccidentDomain.class))
                .hasMessageContaining("domain must be one of production, traffic, fire, public-security, was \"sea\"");
    }

    private static <T> void roundTrip(T value) throws JsonProcessingException {
        @SuppressWarnings("unchecked")
        Class<T> type =
                value instanceof Enum<?> word ? (Class<T>) word.getDeclaringClass() : (Class<T>) value.getClass();
        Json.assertRoundTrip(value, type);
    }
}
