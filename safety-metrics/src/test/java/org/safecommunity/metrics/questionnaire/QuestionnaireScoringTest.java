package org.safecommunity.metrics.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.safecommunity.metrics.Note;
import org.safecommunity.metrics.questionnaire.ItemAnswer.State;

class QuestionnaireScoringTest {
    private static final List<String> FIVE = List.of("1", "2", "3", "4", "5");

    private static QuestionItem rated(String id, boolean reverse) {
        List<QuestionItem.Choice> options = FIVE.stream()
                .map(code -> new QuestionItem.Choice(code, OptionalDouble.of(Double.parseDouble(code))))
                .toList();
        return new QuestionItem(id, options, List.of(), List.of(), reverse, Optional.empty());
    }

    private static QuestionItem keyed(String id, QuestionItem.@Nullable AskedIf askedIf) {
        return new QuestionItem(
                id,
                List.of(choice("yes"), choice("no"), choice("refused")),
                List.of("yes"),
                List.of("refused"),
                false,
                Optional.ofNullable(askedIf));
    }

    private static QuestionItem.Choice choice(String code) {
        return new QuestionItem.Choice(code, OptionalDouble.empty());
    }

    private static QuestionScale scale(ScaleKind kind, String... items) {
        return new QuestionScale(kind.label(), kind, Arrays.asList(items), 2, 0.5, OptionalDouble.empty());
    }

    private static QuestionnaireScoring household() {
        return QuestionnaireScoring.of(
                List.of(
                        keyed("rides", null),
                        keyed("helmet", new QuestionItem.AskedIf("rides", List.of("yes"))),
                        rated("fair", false),
                        rated("unfair", true)),
                List.of(scale(ScaleKind.BEHAVIOUR, "rides", "helmet"), scale(ScaleKind.ATTITUDE, "fair", "unfair")));
    }

    private static QuestionnaireScoring.Person person(String rides, String helmet, String fair, String unfair) {
        Map<String, String> cells = Map.of("rides", rides, "helmet", helmet, "fair", fair, "unfair", unfair);
        return household().score(item -> cells.getOrDefault(item, ""));
    }

    private static State state(QuestionnaireScoring.Person person, String item) {
        return Objects.requireNonNull(person.answers().get(item), item).state();
    }

    @Test
    void keyed_answers_are_counted_and_reversed_values_turned_round() {
        QuestionnaireScoring.Person person = person("yes", "no", "4", "1");
        ScaleScore behaviour = person.scores().get(0);
        assertThat(behaviour).isEqualTo(new ScaleScore(2, 2, 1, OptionalDouble.of(0.5), OptionalDouble.of(50), false));
        ScaleScore attitude = person.scores().get(1);
        assertThat(attitude.score()).hasValue(4.5);
        assertThat(attitude.index()).hasValue(87.5);
        assertThat(attitude.counted()).isEqualTo(2);
    }

    @Test
    void an_item_that_is_skipped_is_not_due() {
        QuestionnaireScoring.Person person = person("no", "", "3", "3");
        assertThat(state(person, "helmet")).isEqualTo(State.NOT_ASKED);
        assertThat(person.scores().get(0).due()).isEqualTo(1);
        assertThat(person.scores().get(0).score()).hasValue(0);
    }

    @Test
    void an_answer_to_a_skipped_item_is_not_used() {
        QuestionnaireScoring.Person person = person("no", "yes", "3", "3");
        assertThat(state(person, "helmet")).isEqualTo(State.SHOULD_SKIP);
        assertThat(person.scores().get(0).counted()).isZero();
    }

    @Test
    void with_no_answer_to_the_filter_a_blank_is_not_asked_and_an_answer_is_taken() {
        assertThat(state(person("refused", "", "3", "3"), "helmet")).isEqualTo(State.NOT_ASKED);
        assertThat(state(person("", "yes", "3", "3"), "helmet")).isEqualTo(State.ANSWERED);
    }

    @Test
    void a_code_that_is_no_option_is_off_the_scale() {
        QuestionnaireScoring.Person person = person("yes", "yes", "7", "3");
        assertThat(state(person, "fair")).isEqualTo(State.OFF_SCALE);
        assertThat(person.scores().get(1).due()).isEqualTo(2);
        assertThat(person.scores().get(1).answered()).isEqualTo(1);
        assertThat(person.scores().get(1).score()).hasValue(3);
    }

    @Test
    void too_few_answers_give_no_score() {
        QuestionnaireScoring.Person person = person("", "", "", "");
        assertThat(person.scores())
                .allSatisfy(score -> assertThat(score.score()).isEmpty());
        QuestionnaireScoring all = QuestionnaireScoring.of(
                List.of(rated("a", false), rated("b", false)),
                List.of(new QuestionScale("s", ScaleKind.SATISFACTION, List.of("a", "b"), 2, 1, OptionalDouble.of(3))));
        ScaleScore half =
                all.score(item -> item.equals("a") ? "5" : "").scores().get(0);
        assertThat(half.score()).isEmpty();
        assertThat(half.passed()).isFalse();
        assertThat(all.score(item -> "3").scores().get(0).passed()).isTrue();
    }

    @Property(tries = 100)
    void score_and_index_stay_in_their_range_and_reversal_mirrors_them(
            @ForAll @Size(4) List<@IntRange(min = 1, max = 5) Integer> values) {
        List<String> ids = List.of("a", "b", "c", "d");
        ScaleScore plain = score(ids, values, false);
        ScaleScore turned = score(ids, values, true);
        assertThat(plain.score().orElseThrow()).isBetween(1.0, 5.0);
        assertThat(plain.index().orElseThrow()).isBetween(0.0, 100.0);
        assertThat(plain.score().orElseThrow() + turned.score().orElseThrow()).isCloseTo(6, within(1e-12));
        assertThat(plain.index().orElseThrow() + turned.index().orElseThrow()).isCloseTo(100, within(1e-9));
    }

    private static ScaleScore score(List<String> ids, List<Integer> values, boolean reverse) {
        QuestionnaireScoring scoring = QuestionnaireScoring.of(
                ids.stream().map(id -> rated(id, reverse)).toList(),
                List.of(scale(ScaleKind.SATISFACTION, ids.toArray(String[]::new))));
        return scoring.score(item -> String.valueOf(values.get(ids.indexOf(item))))
                .scores()
                .get(0);
    }

    @Nested
    class Rejects {
        private final QuestionItem bad = new QuestionItem(
                "q",
                List.of(choice("a"), choice("a"), choice("b")),
                List.of("z", "b"),
                List.of("y", "b"),
                true,
                Optional.of(new QuestionItem.AskedIf("later", List.of("1"))));

        @Test
        void every_fault_is_named_in_both_languages() {
            List<QuestionItem> items = List.of(
                    bad,
                    rated("later", false),
                    rated("later", false),
                    new QuestionItem(
                            "plain",
                            List.of(choice("a"), choice("b")),
                            List.of(),
                            List.of(),
                            false,
                            Optional.of(new QuestionItem.AskedIf("later", List.of("9")))),
                    new QuestionItem(
                            "text",
                            List.of(),
                            List.of(),
                            List.of(),
                            false,
                            Optional.of(new QuestionItem.AskedIf("nobody", List.of("1")))),
                    keyed("empty", new QuestionItem.AskedIf("later", List.of())));
            List<QuestionScale> scales = List.of(
                    scale(ScaleKind.ATTITUDE, "later", "later", "nobody", "plain", "q"),
                    new QuestionScale("none", ScaleKind.ATTITUDE, List.of(), 0, 2, OptionalDouble.empty()),
                    new QuestionScale("none", ScaleKind.ATTITUDE, List.of("later"), 5, 1, OptionalDouble.of(9)));
            List<Note> faults = QuestionnaireScoring.faults(items, scales);
            assertThat(faults.stream().map(Note::code).map(code -> code.substring("questionnaire-".length())))
                    .containsExactlyInAnyOrder(
                            "asked-if-later",
                            "option-twice",
                            "key-unknown",
                            "no-answer-unknown",
                            "key-no-answer",
                            "reverse",
                            "item-twice",
                            "asked-if-option",
                            "asked-if-unknown",
                            "asked-if-empty",
                            "scale-item-twice",
                            "scale-item-unknown",
                            "scale-item-plain",
                            "scale-mixed",
                            "scale-empty",
                            "scale-top",
                            "scale-minimum",
                            "scale-twice",
                            "scale-top-all",
                            "scale-pass");
            for (Locale locale : List.of(Locale.ENGLISH, Locale.CHINESE)) {
                assertThat(faults)
                        .allSatisfy(note ->
                                assertThat(note.message(locale)).isNotBlank().doesNotContain("{"));
            }
        }

        @Test
        void scales_of_different_range_and_of_one_value() {
            QuestionItem two = new QuestionItem(
                    "two",
                    List.of(
                            new QuestionItem.Choice("0", OptionalDouble.of(0)),
                            new QuestionItem.Choice("1", OptionalDouble.of(1))),
                    List.of(),
                    List.of(),
                    false,
                    Optional.empty());
            QuestionItem flat = new QuestionItem(
                    "flat",
                    List.of(
                            new QuestionItem.Choice("0", OptionalDouble.of(1)),
                            new QuestionItem.Choice("1", OptionalDouble.of(1))),
                    List.of(),
                    List.of(),
                    false,
                    Optional.empty());
            List<Note> faults = QuestionnaireScoring.faults(
                    List.of(rated("five", false), two, flat),
                    List.of(scale(ScaleKind.ATTITUDE, "five", "two"), scale(ScaleKind.RECOGNITION, "flat")));
            assertThat(faults.stream().map(Note::code))
                    .containsExactly("questionnaire-scale-range", "questionnaire-scale-flat");
        }

        @Test
        void a_faulty_questionnaire_has_no_scoring() {
            assertThatThrownBy(() -> QuestionnaireScoring.of(List.of(), List.of()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("The questionnaire has no items.");
        }

        @Test
        void values_that_are_not_finite_and_answers_without_code() {
            assertThatThrownBy(() -> new QuestionItem.Choice("1", OptionalDouble.of(Double.NaN)))
                    .hasMessage("value of the option 1 must be finite");
            assertThatThrownBy(() -> new ItemAnswer(State.ANSWERED, Optional.empty()))
                    .hasMessage("code must be given exactly for an item answered");
        }
    }
}
