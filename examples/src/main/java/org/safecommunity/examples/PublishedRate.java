package org.safecommunity.examples;

import java.util.Locale;
import org.safecommunity.metrics.Confidence;
import org.safecommunity.metrics.MetricResult;
import org.safecommunity.metrics.Step;
import org.safecommunity.metrics.interval.PoissonIntervalMethod;
import org.safecommunity.metrics.interval.ProportionIntervalMethod;
import org.safecommunity.metrics.rate.CrudeRate;
import org.safecommunity.metrics.rate.Proportion;
import org.safecommunity.metrics.rate.RateScale;

/**
 * The metrics alone: the rate and a share of a published register, with their intervals and the working.
 *
 * <p>Source: Sun J, Guo X, Zhang J, Wang M, Jia C, Xu A (2015), BMJ Open 5(2):e006762, doi:10.1136/bmjopen-2014-006762:
 * 2,571 serious suicide attempts in 5,623,323 person-years, of which 1,256 were fatal.
 */
public final class PublishedRate {
    private PublishedRate() {}

    /** Prints both results. */
    public static void main(String[] arguments) {
        CrudeRate rate = CrudeRate.of(
                2571, 5_623_323, RateScale.PER_100000_PERSON_YEARS, PoissonIntervalMethod.GARWOOD, Confidence.DEFAULT);
        print(rate);
        print(Proportion.of(1256, 2571, ProportionIntervalMethod.WILSON, Confidence.DEFAULT));
        for (Step step : rate.explain(Locale.ENGLISH)) {
            if (step.value() != null) {
                System.out.printf(Locale.ROOT, "%s: %s = %.4f%n", step.label(), step.formula(), step.value());
            }
        }
    }

    private static void print(MetricResult result) {
        System.out.printf(
                Locale.ROOT,
                "%s %.3f%s (95%% interval %.3f to %.3f)%n",
                result.statistic(),
                result.value().orElseThrow(),
                result.unit().isEmpty() ? "" : " " + result.unit(),
                result.interval().orElseThrow().lower(),
                result.interval().orElseThrow().upper());
    }
}
