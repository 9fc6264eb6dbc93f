package org.safecommunity.cli.workspace;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Answers to one question. */
public final class QuestionCounts {
    private final Question question;
    private final Map<String, Long> answers = new LinkedHashMap<>();
    private long missing;

    QuestionCounts(Question question) {
        this.question = question;
        question.options().forEach(option -> answers.put(option, 0L));
    }

    void add(String answer) {
        if (answer.isEmpty()) {
            missing++;
        } else {
            answers.merge(answer, 1L, Long::sum);
        }
    }

    /** The question. */
    public Question question() {
        return question;
    }

    /** Answers by option, in the order of the options. */
    public Map<String, Long> answers() {
        return Collections.unmodifiableMap(answers);
    }

    /** People asked who gave no answer. */
    public long missing() {
        return missing;
    }

    /** People who answered. */
    public long answered() {
        return answers.values().stream().mapToLong(Long::longValue).sum();
    }

    /** People whose answer counts as known or satisfied. */
    public long positive() {
        return question.positive().stream()
                .mapToLong(option -> answers.getOrDefault(option, 0L))
                .sum();
    }
}
