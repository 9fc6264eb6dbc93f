package org.safecommunity.metrics.survey;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.safecommunity.metrics.Confidence;

class SmokeTest {
    @Test
    void prints() {
        var s = Mini.sample(Mini.rows(), true, false, LonelyPsu.FAIL);
        var e = SurveyEstimates.with(SurveyVariance.taylor(s.design()), Confidence.DEFAULT);
        show(e.mean(s.sums("", r -> r.y(), r -> r.x()), 0));
        show(e.total(s.sums("", r -> r.y(), r -> r.x()), 0));
        show(e.ratio(s.sums("", r -> r.y(), r -> r.x()), 0));
        for (var m : SurveyProportionInterval.values()) show(e.proportion(s.sums("", r -> r.yes(), r -> 0), 0, m));
        show(e.mean(s.sums("B", r -> r.y(), r -> r.x()), 0));
        var f = Mini.sample(Mini.rows(), true, true, LonelyPsu.FAIL);
        show(SurveyEstimates.with(SurveyVariance.taylor(f.design()), Confidence.DEFAULT)
                .mean(s.sums("", r -> r.y(), r -> r.x()), 0));
        for (var c : ReplicateCentre.values()) {
            var j = SurveyEstimates.with(
                    SurveyVariance.replicates(s.design(), ReplicateMethod.JKN, 0, 0, c), Confidence.DEFAULT);
            show(j.mean(s.sums("", r -> r.y(), r -> r.x()), 0));
            show(j.ratio(s.sums("", r -> r.y(), r -> r.x()), 0));
        }
        var rows = Mini.rows().stream()
                .filter(r -> !r.psu().equals("13") && !r.psu().equals("33"))
                .toList();
        var b = Mini.sample(rows, true, false, LonelyPsu.FAIL);
        for (var m : new ReplicateMethod[] {ReplicateMethod.BRR, ReplicateMethod.FAY}) {
            var j = SurveyEstimates.with(
                    SurveyVariance.replicates(b.design(), m, 0, 0, ReplicateCentre.MEAN), Confidence.DEFAULT);
            show(j.mean(b.sums("", r -> r.y(), r -> r.x()), 0));
            show(j.ratio(b.sums("", r -> r.y(), r -> r.x()), 0));
        }
        var l = Mini.rows().stream().filter(r -> !r.psu().equals("22")).toList();
        for (var p : LonelyPsu.values()) {
            if (p == LonelyPsu.FAIL) continue;
            var z = Mini.sample(l, true, false, p);
            show(SurveyEstimates.with(SurveyVariance.taylor(z.design()), Confidence.DEFAULT)
                    .mean(z.sums("", r -> r.y(), r -> r.x()), 0));
            show(SurveyEstimates.with(SurveyVariance.taylor(z.design()), Confidence.DEFAULT)
                    .total(z.sums("", r -> r.y(), r -> r.x()), 0));
        }
        e.mean(s.sums("", r -> r.y(), r -> r.x()), 0).explain(Locale.ENGLISH).forEach(System.out::println);
    }

    void show(SurveyEstimate e) {
        System.out.println(e.statistic() + " " + e.value() + " " + e.standardError() + " " + e.interval() + " "
                + e.details() + " " + e.status());
    }
}
