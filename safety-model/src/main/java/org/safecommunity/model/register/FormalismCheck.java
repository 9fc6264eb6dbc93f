package org.safecommunity.model.register;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.safecommunity.model.LocalText;
import org.safecommunity.model.validation.Finding;
import org.safecommunity.model.validation.Severity;

/**
 * The signs of formalism that article 12 of the guidance warns of, as far as the register of activities shows them:
 * activity bunched together, above all just before an assessment, and records entered long after the event. The limits
 * are this project's; a register of fewer than 12 activities shows nothing.
 */
public final class FormalismCheck {
    private static final String ACTIVITIES = "activities";
    private static final int FEWEST = 12;
    private static final int PEAK_MONTHS = 3;
    private static final double PEAK_SHARE = 0.6;
    private static final int LATE_DAYS = 90;
    private static final double LATE_SHARE = 0.3;
    private static final int YEAR = 12;
    private static final double TIMES_USUAL = 2;

    private final Registers registers;
    private final List<LocalDate> days = new ArrayList<>();

    private FormalismCheck(Registers registers) {
        this.registers = registers;
        registers.entries(ACTIVITIES).forEach(activity -> activity.date("date").ifPresent(days::add));
    }

    static void check(Registers registers) {
        FormalismCheck check = new FormalismCheck(registers);
        check.late();
        if (check.days.size() >= FEWEST) {
            check.peak();
        }
    }

    /**
     * Looks whether activity rises just before an assessment: whether a month in the three months before it has more than
     * twice the activities of a month in the year before those.
     *
     * @param registers  registers of the community
     * @param assessment day of the assessment
     * @return one warning with its numbers, or none; none too with fewer than 12 activities in the 15 months
     */
    public static List<Finding> beforeAssessment(List<Register> registers, LocalDate assessment) {
        FormalismCheck check = new FormalismCheck(new Registers(registers));
        check.risesBefore(assessment);
        return check.registers.findings();
    }

    private void risesBefore(LocalDate assessment) {
        LocalDate from = assessment.minusMonths(PEAK_MONTHS);
        LocalDate yearBefore = from.minusMonths(YEAR);
        long near = count(from, assessment);
        long usual = count(yearBefore, from);
        if (near + usual < FEWEST || (double) near / PEAK_MONTHS <= TIMES_USUAL * usual / YEAR) {
            return;
        }
        registers.add(
                Severity.WARNING,
                "activity-peak-before-assessment",
                registers.file(ACTIVITIES),
                new LocalText(
                        near + " activities in the three months before the assessment of " + assessment + ", " + usual
                                + " in the twelve months before those",
                        assessment + " 评定前三个月开展活动 " + near + " 项，再往前十二个月共 " + usual + " 项"),
                new LocalText(
                        "spread the work over the year; article 12 warns of campaigns",
                        "请把工作分布到全年；第 12 条要求不搞运动式、突击式创建"));
    }

    /** Activities from a day to before another. */
    private long count(LocalDate from, LocalDate until) {
        return days.stream()
                .filter(day -> !day.isBefore(from) && day.isBefore(until))
                .count();
    }

    private void late() {
        int late = 0;
        int recorded = 0;
        for (RegisterEntry activity : registers.entries(ACTIVITIES)) {
            Optional<LocalDate> day = activity.date("date");
            Optional<LocalDate> entered = activity.date("recorded_on");
            ConductCheck.order(registers, ACTIVITIES, activity, "date", "recorded_on");
            if (day.isPresent() && entered.isPresent()) {
                recorded++;
                late += entered.get().isAfter(day.get().plusDays(LATE_DAYS)) ? 1 : 0;
            }
        }
        if (recorded >= FEWEST && late > LATE_SHARE * recorded) {
            registers.add(
                    Severity.WARNING,
                    "records-entered-late",
                    registers.file(ACTIVITIES),
                    new LocalText(
                            late + " of " + recorded + " activities were recorded more than " + LATE_DAYS
                                    + " days after they took place",
                            recorded + " 项活动中有 " + late + " 项在开展 " + LATE_DAYS + " 天之后才录入"),
                    new LocalText("record as you go; article 12 warns of formalism", "请及时记录；第 12 条要求防止形式主义"));
        }
    }

    /** The three months with the most activities, found in one pass over the sorted days. */
    private void peak() {
        List<LocalDate> sorted = days.stream().sorted().toList();
        LocalDate start = sorted.get(0);
        int most = 0;
        int end = 0;
        for (int i = 0; i < sorted.size(); i++) {
            LocalDate until = sorted.get(i).plusMonths(PEAK_MONTHS);
            while (end < sorted.size() && sorted.get(end).isBefore(until)) {
                end++;
            }
            if (end - i > most) {
                most = end - i;
                start = sorted.get(i);
            }
        }
        LocalDate last = sorted.get(sorted.size() - 1);
        if (most > PEAK_SHARE * sorted.size() && sorted.get(0).plusMonths(YEAR).isBefore(last)) {
            registers.add(
                    Severity.WARNING,
                    "activity-peak",
                    registers.file(ACTIVITIES),
                    new LocalText(
                            most + " of " + sorted.size() + " activities fall into three months from " + start,
                            sorted.size() + " 项活动中有 " + most + " 项集中在 " + start + " 起的三个月内"),
                    new LocalText(
                            "spread the work over the year; article 12 warns of campaigns",
                            "请把工作分布到全年；第 12 条要求不搞运动式、突击式创建"));
        }
    }
}
