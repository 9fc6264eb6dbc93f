package org.safecommunity.metrics.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.safecommunity.metrics.MetricResult;
import org.safecommunity.metrics.Note;
import org.safecommunity.metrics.Status;
import org.safecommunity.metrics.Step;
import org.safecommunity.metrics.internal.Messages;

/** A result that cannot be estimated, with the reason. */
record AbsentResult(String statistic, Status status, Map<String, Object> inputs, List<Note> warnings)
        implements MetricResult {
    @Override
    public OptionalDouble value() {
        return OptionalDouble.empty();
    }

    @Override
    public List<Step> explain(Locale locale) {
        List<Step> steps = new ArrayList<>();
        steps.add(Step.remark(Messages.text(locale, "step.status"), status.message(locale)));
        warnings.forEach(note -> steps.add(Step.remark(Messages.text(locale, "step.status"), note.message(locale))));
        return steps;
    }
}
