package org.safecommunity.metrics;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * What every method of this library returns: one number with all that is needed to trust it. A method with several
 * numbers (a regression, a series) returns a list, the headline first.
 *
 * <p>NaN never leaves this interface: a value that cannot be estimated is absent, and {@link #status()} says why. A value is
 * present exactly when {@link Status#hasValue()} of its status is true. Every number is finite, but for an unbounded end of
 * an interval; an interval has at least one finite end.
 */
public interface MetricResult {
    /** Name of the statistic in the terms of the field, kebab-case, e.g. {@code crude-rate}. */
    String statistic();

    /** What else the row is about, e.g. {@code level} of a categorical variable, {@code time} of a point. */
    default Map<String, String> item() {
        return Map.of();
    }

    /** The estimate; absent when it cannot be estimated. */
    OptionalDouble value();

    /** Unit of the value, e.g. {@code per 100000 person-years}; empty for pure numbers. */
    default String unit() {
        return "";
    }

    /** Standard error in the unit of the value; absent where the method has none. */
    default OptionalDouble standardError() {
        return OptionalDouble.empty();
    }

    /** Confidence interval in the unit of the value; absent where the method has none. */
    default Optional<Interval> interval() {
        return Optional.empty();
    }

    /** Significance test; absent where the method has none. */
    default Optional<HypothesisTest> test() {
        return Optional.empty();
    }

    /** Number of units behind a sample statistic; absent where there is none. */
    default OptionalLong n() {
        return OptionalLong.empty();
    }

    /** Why the result is not an ordinary one, or {@link Status#OK}. */
    default Status status() {
        return Status.OK;
    }

    /** The inputs, echoed: names in camel case, values Long, Double, String or lists of these. Order is kept. */
    Map<String, Object> inputs();

    /**
     * Further numbers of the method (design effect, degrees of freedom …): names in camel case, values Long, Double,
     * Boolean, String or lists of these. Order is kept.
     */
    default Map<String, Object> details() {
        return Map.of();
    }

    /** What a careful reader should know. */
    default List<Note> warnings() {
        return List.of();
    }

    /** The working: formula, numbers put in, value of each step, assumptions and source. */
    List<Step> explain(Locale locale);
}
