package org.safecommunity.cli.survey;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.safecommunity.cli.read.CellRefusal;
import org.safecommunity.cli.read.Cells;
import org.safecommunity.cli.read.TableReader;
import org.safecommunity.cli.shell.UserError;
import org.safecommunity.metrics.questionnaire.ItemAnswer;
import org.safecommunity.metrics.questionnaire.QuestionItem;
import org.safecommunity.metrics.questionnaire.QuestionnaireScoring;

/**
 * Reads the answers of each row of a table as a questionnaire wants them. An answer off the scale, or to an item that was to be
 * skipped, is a finding and is not used; the person stays. A person whose identifier is there already is refused.
 */
final class AnswerReader {
    private final QuestionnaireScoring scoring;
    private final TableReader table;
    private final Map<String, Integer> places = new LinkedHashMap<>();
    private final Map<String, QuestionItem> items = new HashMap<>();
    private final int id;
    private final Map<String, Integer> lines = new HashMap<>();
    private long faults;

    /**
     * @throws UserError (exit 2) naming every item without a column
     */
    AnswerReader(QuestionnaireScoring scoring, TableReader table, @Nullable String id) {
        this.scoring = scoring;
        this.table = table;
        this.id = id == null ? -1 : table.column(id);
        List<String> absent = scoring.items().stream()
                .map(QuestionItem::id)
                .filter(item -> table.findColumn(item).isEmpty())
                .toList();
        if (!absent.isEmpty()) {
            throw UserError.usage(
                    "error.questionnaire-columns",
                    table.file().name(),
                    String.join(", ", absent),
                    SurveyOutput.names(table.header()));
        }
        for (QuestionItem item : scoring.items()) {
            places.put(item.id(), table.column(item.id()));
            items.put(item.id(), item);
        }
    }

    /** Whether a row is of a new person; if not, it is refused. */
    boolean admits(TableReader.Row row) {
        if (id < 0) {
            return true;
        }
        String name = row.cell(id);
        if (name.isEmpty()) {
            CellRefusal.refuse("missing-value", table, row, id);
            return false;
        }
        Integer first = lines.putIfAbsent(name, row.line());
        if (first != null) {
            CellRefusal.refuse("id-repeated", table, row, id, first);
        }
        return first == null;
    }

    /** Answers and scores of a row. */
    QuestionnaireScoring.Person read(TableReader.Row row) {
        QuestionnaireScoring.Person person = scoring.score(item -> cell(row, item));
        person.answers().forEach((item, answer) -> remark(row, item, answer));
        return person;
    }

    /** Identifier of a row; its line where no column was named. */
    String identifier(TableReader.Row row) {
        return id < 0 ? String.valueOf(row.line()) : row.cell(id);
    }

    /** Answers that could not be used. */
    long faults() {
        return faults;
    }

    private String cell(TableReader.Row row, String item) {
        String cell = Cells.fold(row.cell(Objects.requireNonNull(places.get(item), item)));
        boolean option = Objects.requireNonNull(items.get(item), item).codes().contains(cell);
        return cell.equals("NA") && !option ? "" : cell;
    }

    private void remark(TableReader.Row row, String id, ItemAnswer answer) {
        int column = Objects.requireNonNull(places.get(id), id);
        QuestionItem item = Objects.requireNonNull(items.get(id), id);
        switch (answer.state()) {
            case OFF_SCALE -> {
                faults++;
                CellRefusal.warn("answer-off-scale", table, row, column, String.join(", ", item.codes()));
            }
            case SHOULD_SKIP -> {
                faults++;
                Optional<QuestionItem.AskedIf> condition = item.askedIf();
                CellRefusal.warn(
                        "answer-to-skipped",
                        table,
                        row,
                        column,
                        condition.map(QuestionItem.AskedIf::item).orElse(""),
                        condition.map(one -> String.join(", ", one.answers())).orElse(""));
            }
            default -> {}
        }
    }
}
