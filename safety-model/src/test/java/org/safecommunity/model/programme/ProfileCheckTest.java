package org.safecommunity.model.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.safecommunity.model.LocalText;
import org.safecommunity.model.validation.Finding;
import org.safecommunity.model.validation.Severity;

class ProfileCheckTest {
    private static CommunityDraft profile(
            @Nullable CommunityType type, @Nullable UnitLevel unit, @Nullable Long staff) {
        return new CommunityDraft(new LocalText("A", "甲"), type, null, null, null, null, null, unit, staff);
    }

    private static java.util.List<Finding> check(CommunityDraft profile, long residents) {
        return ProfileCheck.check(profile, residents, "community.yaml");
    }

    @ParameterizedTest
    @EnumSource
    void the_usual_unit_of_each_type_is_no_finding(CommunityType type) {
        assertThat(check(profile(type, UnitLevel.of(type), 900L), 1000)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "URBAN, TOWNSHIP, 'the unit of a community of type urban is generally a street office, here it is a township or town'",
        "RURAL, VILLAGE, 'the unit of a community of type rural is generally a township or town, here it is a village'",
        "URBAN, NEIGHBOURHOOD, 'the unit of a community of type urban is generally a street office, here it is a residents'' committee'"
    })
    void another_unit_is_a_warning(CommunityType type, UnitLevel unit, String message) {
        assertThat(check(profile(type, unit, null), 0)).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("unit-unusual");
            assertThat(finding.severity()).isEqualTo(Severity.WARNING);
            assertThat(finding.location()).hasToString("community.yaml:community.unit");
            assertThat(finding.message().en()).isEqualTo(message);
        });
    }

    @Test
    void a_unit_that_is_not_stated_is_a_remark() {
        assertThat(check(profile(CommunityType.URBAN, null, null), 0))
                .singleElement()
                .satisfies(finding -> assertThat(finding.severity()).isEqualTo(Severity.INFO));
    }

    @Test
    void a_profile_without_type_is_the_matter_of_other_checks() {
        assertThat(check(profile(null, null, null), 0)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        ",    1000, staff-not-stated",
        "500, 1000, not-enterprise-led",
        "0,   1000, not-enterprise-led",
        "1001, 1000, staff-above-residents"
    })
    void an_enterprise_community_is_mainly_one_of_staff_and_families(Long staff, long residents, String code) {
        assertThat(check(profile(CommunityType.ENTERPRISE, UnitLevel.ENTERPRISE, staff), residents))
                .singleElement()
                .satisfies(finding -> assertThat(finding.code()).isEqualTo(code));
    }

    @Test
    void the_share_of_staff_is_shown() {
        assertThat(check(profile(CommunityType.ENTERPRISE, UnitLevel.ENTERPRISE, 4000L), 9000))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.message().en())
                            .isEqualTo("staff and families are 4000 of 9000 residents (44.4%), not the greater part");
                    assertThat(finding.message().in(Locale.CHINESE)).isEqualTo("居民 9000 人中职工及家属 4000 人（44.4%），未占多数");
                });
    }

    @Test
    void more_than_half_is_enough_and_without_population_nothing_is_compared() {
        assertThat(check(profile(CommunityType.ENTERPRISE, UnitLevel.ENTERPRISE, 501L), 1000))
                .isEmpty();
        assertThat(check(profile(CommunityType.ENTERPRISE, UnitLevel.ENTERPRISE, 10L), 0))
                .isEmpty();
    }
}
