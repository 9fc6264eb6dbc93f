package org.safecommunity.metrics.comparison;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.safecommunity.metrics.HypothesisTest;
import org.safecommunity.metrics.Interval;
import org.safecommunity.metrics.Note;
import org.safecommunity.metrics.Side;
import org.safecommunity.metrics.Status;

/** What a comparison has computed, collected before the result is made. */
final class Outcome {
    private final Map<String, Object> details = new LinkedHashMap<>();
    private final List<Note> notes = new ArrayList<>();
    private OptionalDouble value = OptionalDouble.empty();
    private OptionalDouble standardError = OptionalDouble.empty();
    private Optional<Interval> interval = Optional.empty();
    private Optional<HypothesisTest> test = Optional.empty();
    private Side testSide = Side.BOTH;
    private Status status = Status.OK;

    Outcome value(double estimate) {
        value = OptionalDouble.of(estimate + 0d);
        return this;
    }

    Outcome standardError(double error) {
        standardError = OptionalDouble.of(error);
        return this;
    }

    Outcome interval(Optional<Interval> limits) {
        interval = limits;
        return this;
    }

    /** A two-sided test. */
    Outcome test(Optional<HypothesisTest> outcome) {
        return test(outcome, Side.BOTH);
    }

    /** A test on the side of the interval; a one-sided one says so. */
    Outcome test(Optional<HypothesisTest> outcome, Side side) {
        test = outcome;
        testSide = side;
        if (outcome.isPresent() && side != Side.BOTH) {
            details.put("alternative", side == Side.LOWER ? "greater" : "less");
        }
        return this;
    }

    Outcome status(Status why) {
        status = why;
        return this;
    }

    Outcome detail(String name, Object content) {
        details.put(name, content);
        return this;
    }

    Outcome note(Note note) {
        notes.add(note);
        return this;
    }

    Outcome notes(List<Note> more) {
        notes.addAll(more);
        return this;
    }

    OptionalDouble value() {
        return value;
    }

    OptionalDouble standardError() {
        return standardError;
    }

    Optional<Interval> interval() {
        return interval;
    }

    Optional<HypothesisTest> test() {
        return test;
    }

    Side testSide() {
        return testSide;
    }

    Status status() {
        return status;
    }

    Map<String, Object> details() {
        return details;
    }

    List<Note> notes() {
        return notes;
    }
}
