package org.safecommunity.model.injury;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.safecommunity.model.EventDate;
import org.safecommunity.model.Sex;

class PersonalDetailsTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final InjuryRecord INJURY =
            new InjuryRecord("1", "NISS-B", Sex.MALE, 4, new EventDate(2024, 6, 30), null, Map.of());

    @Property(tries = 200)
    void neither_text_nor_json_depends_on_a_value(
            @ForAll String name, @ForAll String idNumber, @ForAll String telephone, @ForAll String address)
            throws JsonProcessingException {
        PersonalDetails person = new PersonalDetails(name, idNumber, telephone, address);
        InjuryCard card = new InjuryCard(INJURY, person);
        InjuryCard other = new InjuryCard(INJURY, new PersonalDetails(null, null, null, null));
        assertThat(person).hasToString("PersonalDetails[withheld]");
        assertThat(card).hasToString(other.toString());
        assertThat(JSON.writeValueAsString(person)).isEqualTo("{}");
        assertThat(JSON.writeValueAsString(card)).isEqualTo(JSON.writeValueAsString(other));
    }

    @Property(tries = 200)
    void a_value_is_nowhere_in_the_text_of_a_card(@ForAll @StringLength(min = 3, max = 30) String secret)
            throws JsonProcessingException {
        String marked = "\uE000" + secret + "\uE001";
        InjuryCard card = new InjuryCard(INJURY, new PersonalDetails(marked, marked, marked, marked));
        assertThat(card.toString() + JSON.writeValueAsString(card)).doesNotContain("\uE000", "\uE001", marked);
    }

    @Test
    void can_be_read_but_not_written() throws JsonProcessingException {
        PersonalDetails person = JSON.readValue(
                "{\"name\":\"张三\",\"idNumber\":\"11010519491231002X\",\"telephone\":\"1\",\"address\":\"2\"}",
                PersonalDetails.class);
        assertThat(person).isEqualTo(new PersonalDetails("张三", "11010519491231002X", "1", "2"));
        assertThat(JSON.writeValueAsString(person)).isEqualTo("{}");
    }

    @Test
    void a_card_written_and_read_again_has_lost_the_person_only() throws JsonProcessingException {
        InjuryCard card = new InjuryCard(INJURY, new PersonalDetails("张三", null, null, null));
        assertThat(JSON.readValue(JSON.writeValueAsString(card), InjuryCard.class))
                .isEqualTo(new InjuryCard(INJURY, null));
    }

    @Test
    void the_person_can_be_left_out() {
        PersonalDetails person = new PersonalDetails("张三", null, null, null);
        InjuryCard card = new InjuryCard(INJURY, person);
        assertThat(card.personalDetails()).contains(person);
        assertThat(card.withoutPerson().personalDetails()).isEmpty();
        assertThat(card.withoutPerson().injury()).isEqualTo(INJURY);
    }

    @Test
    void the_record_has_no_component_for_a_person() {
        assertThat(InjuryRecord.class.getRecordComponents())
                .extracting(component -> component.getName())
                .containsExactly("recordId", "codeSet", "sex", "age", "date", "hour", "codes");
    }

    @Test
    @SuppressWarnings("NullAway") // null on purpose
    void a_card_without_injury_is_refused() {
        assertThatNullPointerException()
                .isThrownBy(() -> new InjuryCard(null, null))
                .withMessage("injury");
    }
}
