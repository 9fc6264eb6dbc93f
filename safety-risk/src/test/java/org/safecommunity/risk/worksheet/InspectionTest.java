package org.safecommunity.risk.worksheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.safecommunity.model.validation.InvalidDataException;
import org.safecommunity.risk.worksheet.Inspection.Answer;
import org.safecommunity.risk.worksheet.InspectionList.Item;

class InspectionTest {
    private static final LocalDate DAY = LocalDate.of(2025, 3, 4);
    private static final InspectionList NINE = list("nine-small");

    private static InspectionList list(String id) {
        return InspectionList.bundled().stream()
                .filter(l -> l.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Inspection of(Map<String, Answer> answers) {
        return new Inspection(NINE, "shop", "shop", DAY, answers);
    }

    @ParameterizedTest
    @CsvSource({"three-small,3,19", "nine-small,9,19", "rural,0,29"})
    void lists_hold_their_kinds_and_items(String id, int kinds, int items) {
        InspectionList list = list(id);
        assertThat(list.kinds()).hasSize(kinds);
        assertThat(list.items()).hasSize(items);
        assertThat(list.items()).allMatch(i -> i.topic().matches("4\\.5\\.1\\.[a-l]"));
    }

    @Test
    void rural_items_cover_the_five_dangers_of_article_17() {
        assertThat(list("rural").items())
                .extracting(Item::group)
                .contains("electricity", "machinery", "water", "pesticide", "fire");
    }

    @Test
    void items_that_do_not_apply_or_have_no_answer_do_not_count() {
        Inspection inspection = of(Map.of(
                "M1", Answer.YES, "M2", Answer.YES, "M3", Answer.YES, "F1", Answer.NO, "E4", Answer.NOT_APPLICABLE));
        assertThat(inspection.conformity()).hasValue(75);
        assertThat(inspection.unanswered()).isEqualTo(14);
        assertThat(inspection.notMet()).extracting(Item::code).containsExactly("F1");
        assertThat(inspection.explain().get(0).numbers()).isEqualTo("3 / (3 + 1) × 100");
    }

    @Test
    void nothing_that_applies_leaves_no_share() {
        assertThat(of(Map.of()).conformity()).isEmpty();
        assertThat(of(Map.of("M1", Answer.NOT_APPLICABLE)).conformity()).isEmpty();
        assertThat(of(Map.of()).explain().get(0).outcome().en()).startsWith("not estimable");
    }

    @Property(tries = 100)
    void answers_and_gaps_add_up_and_the_share_is_a_share(@ForAll @Size(max = 19) List<Answer> given) {
        Map<String, Answer> answers = new LinkedHashMap<>();
        for (int i = 0; i < given.size(); i++) {
            answers.put(NINE.items().get(i).code(), given.get(i));
        }
        Inspection inspection = of(answers);
        long counted = 0;
        for (Answer answer : Answer.values()) {
            counted += inspection.count(answer);
        }
        assertThat(counted + inspection.unanswered()).isEqualTo(NINE.items().size());
        assertThat(inspection.notMet()).hasSize((int) inspection.count(Answer.NO));
        assertThat(inspection.conformity().orElse(0)).isBetween(0.0, 100.0);
    }

    @ParameterizedTest
    @CsvSource({"是,YES", "√,YES", "不符合,NO", "No,NO", "N/A,NOT_APPLICABLE", "不适用,NOT_APPLICABLE"})
    void answers_in_both_languages(String text, Answer answer) {
        assertThat(Answer.parse(text)).contains(answer);
    }

    @Nested
    class Rejects {
        @Test
        void an_answer_to_no_item() {
            assertThatThrownBy(() -> of(Map.of("Z9", Answer.YES)))
                    .hasMessage("answers must be to items of nine-small, was Z9");
        }

        @Test
        void a_list_whose_item_is_in_no_group() {
            String json =
                    "{\"version\":\"1\",\"columns\":[],\"lists\":[{\"id\":\"x\",\"title\":{\"en\":\"x\",\"zh\":\"x\"},"
                            + "\"kinds\":[],\"groups\":[{\"id\":\"a\",\"title\":{\"en\":\"a\",\"zh\":\"a\"}}],\"items\":[{\"code\":\"1\","
                            + "\"group\":\"b\",\"text\":{\"en\":\"t\",\"zh\":\"t\"},\"action\":{\"en\":\"d\",\"zh\":\"d\"},\"topic\":\"\","
                            + "\"provenance\":{\"status\":\"derived\"}}],\"sources\":[]}]}";
            assertThatThrownBy(() -> InspectionList.read(
                            new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), "own.json"))
                    .isInstanceOf(InvalidDataException.class)
                    .hasMessageContaining("group must be one of the list, was b");
        }
    }
}
