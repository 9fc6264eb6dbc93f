package org.safecommunity.model.injury;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.safecommunity.model.EventDate;
import org.safecommunity.model.LocalText;
import org.safecommunity.model.Sex;
import org.safecommunity.model.injury.ConsistencyRule.RuleFile;
import org.safecommunity.model.injury.ConsistencyRule.Term;
import org.safecommunity.model.source.Provenance;
import org.safecommunity.model.validation.Severity;

class ConsistencyRuleTest {
    private static final List<ConsistencyRule> RULES = ConsistencyRule.bundled();
    private static final LocalText TEXT = new LocalText("text", "文字");
    private static final Provenance FOUND = Provenance.found("DOC");

    @ParameterizedTest
    @CsvFileSource(resources = "consistency-rules.reference.csv", useHeadersInDisplayName = true)
    void matches_the_worked_examples(
            String codeSet, String field, String code, String thenField, @Nullable String thenCode, String broken) {
        Map<InjuryField, String> codes = new LinkedHashMap<>();
        codes.put(InjuryField.ofLabel(field).orElseThrow(), code);
        if (thenCode != null) {
            codes.put(InjuryField.ofLabel(thenField).orElseThrow(), thenCode);
        }
        InjuryRecord injury = new InjuryRecord("1", codeSet, Sex.MALE, null, new EventDate(2024, 0, 0), null, codes);
        assertThat(RULES.stream().filter(rule -> rule.isBrokenBy(injury)).map(ConsistencyRule::id))
                .containsExactlyElementsOf(broken == null ? List.of() : List.of(broken));
    }

    @Test
    void every_rule_names_codes_that_its_cards_have() {
        for (ConsistencyRule rule : RULES) {
            for (String id : rule.codeSets()) {
                CodeSet codeSet = CodeSet.find(id).orElseThrow();
                for (Term term : List.of(rule.when(), rule.then())) {
                    CodeField field = codeSet.field(term.field()).orElseThrow();
                    assertThat(term.codes()).allSatisfy(code -> assertThat(field.code(code))
                            .as(rule.id() + " " + id + " " + code)
                            .isPresent());
                }
            }
        }
    }

    @Test
    void rules_between_fields_warn_only() {
        assertThat(RULES)
                .extracting(ConsistencyRule::id)
                .containsExactly("NC1", "NC2", "NC3", "NC4-A", "NC4-BC", "NC8", "NC9");
        assertThat(RULES).extracting(ConsistencyRule::severity).containsOnly(Severity.WARNING);
    }

    @Test
    void additions_of_the_project_are_unconfirmed() {
        assertThat(RULES)
                .filteredOn(rule -> !rule.provenance().isConfirmed())
                .extracting(ConsistencyRule::id)
                .containsExactly("NC4-BC", "NC8", "NC9");
    }

    @Nested
    @SuppressWarnings("NullAway") // null on purpose
    class Rejects {
        private final Term term = new Term("cause", List.of("1"));

        @Test
        void bad_parts_of_a_rule() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> rule(" ", List.of("X"), term))
                    .withMessage("id must not be blank");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> rule("R", List.of(), term))
                    .withMessage("codeSets must not be empty");
            assertThatNullPointerException()
                    .isThrownBy(() -> rule("R", List.of("X"), null))
                    .withMessage("when");
            assertThatNullPointerException()
                    .isThrownBy(() -> new ConsistencyRule("R", List.of("X"), term, null, Severity.WARNING, TEXT, FOUND))
                    .withMessage("then");
            assertThatNullPointerException()
                    .isThrownBy(() -> new ConsistencyRule("R", List.of("X"), term, term, null, TEXT, FOUND))
                    .withMessage("severity");
            assertThatNullPointerException()
                    .isThrownBy(() -> new ConsistencyRule("R", List.of("X"), term, term, Severity.WARNING, null, FOUND))
                    .withMessage("text");
            assertThatNullPointerException()
                    .isThrownBy(() -> new ConsistencyRule("R", List.of("X"), term, term, Severity.WARNING, TEXT, null))
                    .withMessage("provenance");
        }

        @Test
        void a_term_without_field_or_codes() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Term("sex", List.of("1")))
                    .withMessage("field must be one of cause, place, activity, intent, nature, body_part, severity, "
                            + "outcome, was \"sex\"");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Term("cause", List.of()))
                    .withMessage("codes must not be empty");
            assertThatNullPointerException()
                    .isThrownBy(() -> new Term(null, List.of("1")))
                    .withMessage("field");
        }

        @Test
        void a_file_with_a_rule_twice_and_an_unknown_document() {
            ConsistencyRule rule = rule("R", List.of("X"), term);
            assertThatThrownBy(() -> new RuleFile("1", List.of(), List.of(rule, rule)))
                    .hasMessage("rules[0].provenance: source must name a document of the file, was DOC; "
                            + "rules[1].id: id must be unique, was R again after rules[0]; "
                            + "rules[1].provenance: source must name a document of the file, was DOC");
        }

        private ConsistencyRule rule(String id, List<String> codeSets, Term when) {
            return new ConsistencyRule(id, codeSets, when, term, Severity.WARNING, TEXT, FOUND);
        }
    }
}
