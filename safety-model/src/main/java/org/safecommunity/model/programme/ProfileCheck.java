package org.safecommunity.model.programme;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.safecommunity.model.LocalText;
import org.safecommunity.model.validation.Finding;
import org.safecommunity.model.validation.Location;
import org.safecommunity.model.validation.Severity;

/**
 * Looks at the profile of a community: the level of its unit (articles 16 and 17 of the guidance say "generally", so that
 * another one is a warning) and whether an enterprise-led community is mainly one of staff and families (article 18).
 */
public final class ProfileCheck {
    private static final double HALF = 0.5;
    private static final int PERCENT = 100;

    private final String file;
    private final List<Finding> findings = new ArrayList<>();

    private ProfileCheck(String file) {
        this.file = file;
    }

    /**
     * Checks a profile; one without type has no findings here.
     *
     * @param profile   profile as written
     * @param residents residents of the last year, 0 when they are not known
     * @param file      file of the profile, for messages
     */
    public static List<Finding> check(CommunityDraft profile, long residents, String file) {
        ProfileCheck check = new ProfileCheck(file);
        CommunityType type = profile.type();
        if (type != null) {
            check.unit(type, profile);
            if (type == CommunityType.ENTERPRISE) {
                check.staff(profile, residents);
            }
        }
        return List.copyOf(check.findings);
    }

    private void unit(CommunityType type, CommunityDraft profile) {
        UnitLevel usual = UnitLevel.of(type);
        UnitLevel unit = profile.unit();
        if (unit == null) {
            add(
                    Severity.INFO,
                    "unit-not-stated",
                    "unit",
                    "the level of the unit is not stated",
                    "未注明单位级别",
                    "write unit: " + usual.label() + ", or what it is",
                    "请填写 unit: " + usual.label() + "，或实际级别");
        } else if (unit != usual) {
            add(
                    Severity.WARNING,
                    "unit-unusual",
                    "unit",
                    "the unit of a community of type " + type.label() + " is generally a "
                            + usual.title().en() + ", here it is a "
                            + unit.title().en(),
                    type.title().zh() + "安全社区一般以" + usual.title().zh() + "为单位，现为"
                            + unit.title().zh(),
                    "correct type or unit, or give the reason in about",
                    "请核对 type 与 unit，或在 about 中说明原因");
        }
    }

    private void staff(CommunityDraft profile, long residents) {
        Long staff = profile.staffAndFamilies();
        String column = "staff-and-families";
        if (staff == null) {
            add(
                    Severity.WARNING,
                    "staff-not-stated",
                    column,
                    "an enterprise-led community is mainly one of staff and families; their number is not stated",
                    "企业主导型社区居民以职工及家属为主，未填写其人数",
                    "write the number in staff-and-families",
                    "请在 staff-and-families 中填写人数");
        } else if (residents > 0 && staff > residents) {
            add(
                    Severity.ERROR,
                    "staff-above-residents",
                    column,
                    staff + " staff and family members are more than the " + residents + " residents",
                    "职工及家属 " + staff + " 人，多于居民总数 " + residents + " 人",
                    "count only those who live here",
                    "请只统计居住在本社区的职工及家属");
        } else if (residents > 0 && staff <= HALF * residents) {
            String share = String.format(Locale.ROOT, "%.1f%%", PERCENT * (double) staff / residents);
            add(
                    Severity.WARNING,
                    "not-enterprise-led",
                    column,
                    "staff and families are " + staff + " of " + residents + " residents (" + share
                            + "), not the greater part",
                    "居民 " + residents + " 人中职工及家属 " + staff + " 人（" + share + "），未占多数",
                    "article 18 calls a community enterprise-led when staff and families are most of its residents:"
                            + " choose another type, or correct the number",
                    "第 18 条所称企业主导型社区，居民以职工及家属为主：请改选类型，或改正人数");
        }
    }

    private void add(
            Severity severity, String code, String column, String en, String zh, String hintEn, String hintZh) {
        findings.add(new Finding(
                code,
                severity,
                new Location(file, 0, "community." + column),
                new LocalText(en, zh),
                new LocalText(
                        hintEn.substring(0, 1).toUpperCase(Locale.ROOT) + hintEn.substring(1) + ".", hintZh + "。")));
    }
}
