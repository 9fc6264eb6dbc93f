package org.safecommunity.model.register;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.safecommunity.model.LocalText;

/**
 * How far a goal has come: what was measured beside what a straight line from base to target asks for on that day.
 *
 * <p>expected(t) = base + (target − base) · (t − base date) / (deadline − base date), kept between base and target. The
 * straight line is this project's reading of "progress"; no document that was read states one. Immutable.
 *
 * @param base       value at the start
 * @param baseDate   day of the base
 * @param target     value to be reached
 * @param deadline   day by which it is to be reached, after the day of the base
 * @param lower      whether lower is better
 * @param measured   last measured value, or null
 * @param measuredOn day of the measurement, or null when it is not known
 */
public record GoalProgress(
        BigDecimal base,
        LocalDate baseDate,
        BigDecimal target,
        LocalDate deadline,
        boolean lower,
        @Nullable BigDecimal measured,
        @Nullable LocalDate measuredOn) {

    /** Where a goal stands. */
    public enum Status {
        /** Nothing was measured. */
        NOT_MEASURED("not measured", "未测量"),
        /** The target is reached. */
        REACHED("reached", "已达到"),
        /** At or beyond the straight line. */
        ON_TRACK("on track", "进度正常"),
        /** Short of the straight line, before the deadline. */
        BEHIND("behind", "进度落后"),
        /** The value measured at the deadline or after it is short of the target. */
        MISSED("missed", "未达到"),
        /** The deadline is past and the last value, measured before it, is short of the target. */
        FINAL_OPEN("final value open", "期满待测");

        private final LocalText title;

        Status(String en, String zh) {
            this.title = new LocalText(en, zh);
        }

        /** Name for a reader. */
        public LocalText title() {
            return title;
        }

        /** Name as written in results, e.g. {@code on-track}. */
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * Checks the components.
     *
     * @throws NullPointerException     if base, base date, target or deadline is null
     * @throws IllegalArgumentException if the deadline is not after the day of the base, or the target is not better
     */
    public GoalProgress {
        requireNonNull(base, "base");
        requireNonNull(target, "target");
        requireNonNull(baseDate, "baseDate");
        if (!requireNonNull(deadline, "deadline").isAfter(baseDate)) {
            throw new IllegalArgumentException("deadline must be after " + baseDate + ", was " + deadline);
        }
        if (target.compareTo(base) * (lower ? -1 : 1) <= 0) {
            throw new IllegalArgumentException("target must be better than base " + base + ", was " + target);
        }
    }

    /** The progress of an entry of the register of goals; empty where the entry does not allow one. */
    public static Optional<GoalProgress> of(RegisterEntry goal) {
        Optional<BigDecimal> base = goal.number("base");
        Optional<BigDecimal> target = goal.number("target");
        Optional<LocalDate> from = goal.date("base_date");
        Optional<LocalDate> until = goal.date("deadline");
        boolean lower = goal.text("direction").equals("lower");
        if (base.isEmpty()
                || target.isEmpty()
                || from.isEmpty()
                || until.isEmpty()
                || !until.get().isAfter(from.get())
                || target.get().compareTo(base.get()) * (lower ? -1 : 1) <= 0) {
            return Optional.empty();
        }
        return Optional.of(new GoalProgress(
                base.get(),
                from.get(),
                target.get(),
                until.get(),
                lower,
                goal.number("measured").orElse(null),
                goal.date("measured_on").orElse(null)));
    }

    /** What the straight line asks for on a day; the base before its day, the target after the deadline. */
    public BigDecimal expected(LocalDate day) {
        long whole = ChronoUnit.DAYS.between(baseDate, deadline);
        long gone = Math.max(0, Math.min(whole, ChronoUnit.DAYS.between(baseDate, day)));
        return base.add(target.subtract(base)
                .multiply(BigDecimal.valueOf(gone))
                .divide(BigDecimal.valueOf(whole), MathContext.DECIMAL64));
    }

    /** Day on which the measured value is compared: of the measurement, else the day of the view. */
    public LocalDate comparedOn(LocalDate today) {
        return measuredOn == null ? today : measuredOn;
    }

    /** Share of the way from base to target that is done; negative when it got worse; empty when nothing was measured. */
    public Optional<BigDecimal> done() {
        return Optional.ofNullable(measured)
                .map(value -> value.subtract(base).divide(target.subtract(base), MathContext.DECIMAL64));
    }

    /** Where it stands on a day. */
    public Status status(LocalDate today) {
        if (measured == null) {
            return Status.NOT_MEASURED;
        }
        if (!isWorse(measured, target)) {
            return Status.REACHED;
        }
        LocalDate on = comparedOn(today);
        if (!on.isBefore(deadline)) {
            return Status.MISSED;
        }
        if (today.isAfter(deadline)) {
            return Status.FINAL_OPEN;
        }
        return isWorse(measured, expected(on)) ? Status.BEHIND : Status.ON_TRACK;
    }

    private boolean isWorse(BigDecimal value, BigDecimal wanted) {
        return value.compareTo(wanted) * (lower ? 1 : -1) > 0;
    }
}
