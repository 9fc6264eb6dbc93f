package org.safecommunity.model.injury;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotBlank;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.safecommunity.model.EventDate;
import org.safecommunity.model.Sex;
import org.safecommunity.model.validation.Finding;
import org.safecommunity.model.validation.Severity;

class InjuryCheckTest {
    private static final InjuryCheck CARD_B =
            InjuryCheck.of(CodeSet.find("NISS-B").orElseThrow());
    private static final InjuryCheck CARD_A =
            InjuryCheck.of(CodeSet.find("NISS-A").orElseThrow());

    @Test
    void a_record_that_conforms_has_no_findings() {
        assertThat(CARD_B.findings(
                        injury("NISS-B", Map.of(InjuryField.CAUSE, "3", InjuryField.PLACE, "1")), "i.csv", 2))
                .isEmpty();
    }

    @Test
    void collects_all_findings_of_a_record_in_order() {
        Map<InjuryField, String> codes = new EnumMap<>(InjuryField.class);
        codes.put(InjuryField.CAUSE, "1");
        codes.put(InjuryField.PLACE, "1");
        codes.put(InjuryField.ACTIVITY, "9");
        codes.put(InjuryField.INTENT, "6");
        List<Finding> findings = CARD_B.findings(injury("NISS-B", codes), "i.csv", 17);
        assertThat(findings)
                .extracting(f -> f.location() + " " + f.code() + " " + f.severity())
                .containsExactly(
                        "i.csv:17:activity unlikely-combination WARNING",
                        "i.csv:17:intent unknown-code ERROR",
                        "i.csv:17:place unlikely-combination WARNING");
        assertThat(findings.get(1).message().en()).isEqualTo("intent must be a code of NISS-B");
        assertThat(findings.get(1).hint().en()).isEqualTo("codes: 1, 2, 3, 4, 5");
        assertThat(findings.get(1).message().zh()).isEqualTo("是否故意 须为编码集 NISS-B 的代码");
        assertThat(findings.get(2).message().en()).startsWith("NC1: A vehicle crash");
    }

    @Test
    void a_field_the_card_does_not_have_is_named() {
        assertThat(CARD_A.findings(injury("NISS-A", Map.of(InjuryField.OUTCOME, "5")), "i.csv", 3))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.code()).isEqualTo("unknown-field");
                    assertThat(finding.message().en()).isEqualTo("NISS-A has no field outcome");
                });
    }

    @Test
    void a_record_of_another_code_set_is_not_judged_by_this_one() {
        assertThat(CARD_A.findings(injury("NISS-B", Map.of(InjuryField.ACTIVITY, "10")), "i.csv", 3))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.severity()).isEqualTo(Severity.ERROR);
                    assertThat(finding.message().en()).isEqualTo("the record is not written in code set NISS-A");
                });
    }

    @Test
    void a_long_code_list_is_given_by_its_ends() {
        InjuryCheck platform = InjuryCheck.of(CodeSet.find("PLAT").orElseThrow());
        assertThat(platform.findings(injury("PLAT", Map.of(InjuryField.CAUSE, "W01")), "i.csv", 0))
                .singleElement()
                .satisfies(finding -> assertThat(finding.hint().en()).isEqualTo("codes: V89 … Y34.9 (24)"));
    }

    @Property(tries = 200)
    void never_throws_and_never_repeats_a_code(@ForAll @Size(max = 8) Map<InjuryField, @NotBlank String> codes) {
        Map<InjuryField, String> marked = new EnumMap<>(InjuryField.class);
        codes.forEach((field, code) -> marked.put(field, "\uE000" + code));
        List<Finding> findings = CARD_B.findings(injury("NISS-B", marked), "i.csv", 1);
        assertThat(findings).isSorted().hasSameSizeAs(marked.keySet());
        assertThat(findings).allSatisfy(finding -> assertThat(finding.toString() + finding.message() + finding.hint())
                .doesNotContain("\uE000"));
    }

    @Test
    @SuppressWarnings("NullAway") // null on purpose
    void a_check_without_code_set_is_refused() {
        assertThatNullPointerException()
                .isThrownBy(() -> new InjuryCheck(null, List.of()))
                .withMessage("codeSet");
    }

    private static InjuryRecord injury(String codeSet, Map<InjuryField, String> codes) {
        return new InjuryRecord("1", codeSet, Sex.MALE, null, new EventDate(2024, 6, 0), null, codes);
    }
}
