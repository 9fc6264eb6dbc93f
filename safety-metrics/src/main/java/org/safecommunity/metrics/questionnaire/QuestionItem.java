package org.safecommunity.metrics.questionnaire;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;

/**
 * A question with one answer. A question that takes several answers is entered as one item for each. Immutable. What does not fit
 * together (a key that names no option) is a fault of the questionnaire, see {@link QuestionnaireScoring#faults}.
 *
 * @param id       name of the item and of its column, not null
 * @param options  the answers it takes; none for free text, which is never scored
 * @param key      codes of the answers that count: right, taken part, done; empty for a rated item
 * @param noAnswer codes of answers that are none: refused, not applicable. "Do not know" is an answer of its own in a test of
 *                 knowledge and stands here only in a rated item
 * @param reverse  whether a high value is unfavourable: v becomes least + greatest − v
 * @param askedIf  the earlier answer on which the item depends; empty for an item put to all
 */
public record QuestionItem(
        String id,
        List<Choice> options,
        List<String> key,
        List<String> noAnswer,
        boolean reverse,
        Optional<AskedIf> askedIf) {

    public QuestionItem {
        requireNonNull(id, "id");
        options = List.copyOf(options);
        key = List.copyOf(key);
        noAnswer = List.copyOf(noAnswer);
        requireNonNull(askedIf, "askedIf");
    }

    /**
     * An answer that an item takes.
     *
     * @param code  code as in the data, not null
     * @param value place on the scale, finite; empty where the options have no order
     */
    public record Choice(String code, OptionalDouble value) {
        public Choice {
            requireNonNull(code, "code");
            if (value.isPresent() && !Double.isFinite(value.getAsDouble())) {
                throw new IllegalArgumentException("value of the option " + code + " must be finite");
            }
        }
    }

    /**
     * Skip logic: the item is put only to those who gave one of some answers to an earlier item.
     *
     * @param item    the earlier item, not null
     * @param answers codes of these answers
     */
    public record AskedIf(String item, List<String> answers) {
        public AskedIf {
            requireNonNull(item, "item");
            answers = List.copyOf(answers);
        }
    }

    /** Whether answers are free text. */
    public boolean free() {
        return options.isEmpty();
    }

    /** Whether the item has a key. */
    public boolean keyed() {
        return !key.isEmpty();
    }

    /** Codes of the options. */
    public List<String> codes() {
        return options.stream().map(Choice::code).toList();
    }

    /** Whether every option that is an answer has a value, and there are two or more. */
    public boolean rated() {
        return substantive().size() > 1
                && substantive().stream().allMatch(choice -> choice.value().isPresent());
    }

    /** Least value of an answer; only for a rated item. */
    public double least() {
        return values().min().orElseThrow();
    }

    /** Greatest value of an answer; only for a rated item. */
    public double greatest() {
        return values().max().orElseThrow();
    }

    /**
     * Value of an answer in the direction of the scale.
     *
     * @param code code of an option that is an answer
     * @throws java.util.NoSuchElementException if there is no such option or it has no value
     */
    public double valueOf(String code) {
        double value = substantive().stream()
                .filter(choice -> choice.code().equals(code))
                .findFirst()
                .orElseThrow()
                .value()
                .orElseThrow();
        return reverse ? least() + greatest() - value : value;
    }

    /** Different values of the answers in rising order. */
    double[] levels() {
        return values().sorted().distinct().toArray();
    }

    private java.util.stream.DoubleStream values() {
        return substantive().stream()
                .map(Choice::value)
                .filter(OptionalDouble::isPresent)
                .mapToDouble(OptionalDouble::getAsDouble);
    }

    /** The options that are answers. */
    List<Choice> substantive() {
        Predicate<Choice> none = choice -> noAnswer.contains(choice.code());
        return options.stream().filter(none.negate()).toList();
    }
}
