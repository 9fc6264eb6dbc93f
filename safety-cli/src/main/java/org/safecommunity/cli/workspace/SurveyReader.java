package org.safecommunity.cli.workspace;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.safecommunity.cli.read.Cells;

/** Counts the answers to each question of a survey. An answer that is no option refuses the row. */
final class SurveyReader {
    private final RecordTable table;
    private final List<QuestionCounts> counts;
    private final Map<String, Integer> columns = new LinkedHashMap<>();

    private SurveyReader(RecordTable table, List<Question> questions) {
        this.table = table;
        this.counts = questions.stream().map(QuestionCounts::new).toList();
        for (Question question : questions) {
            Optional<Integer> column = table.reader().findColumn(question.column());
            if (column.isEmpty()) {
                table.missingColumn(question.column());
            } else {
                columns.put(question.column(), column.get());
            }
        }
    }

    /** Reads a survey; a question whose column is missing has no answers. */
    static List<QuestionCounts> read(RecordTable table, List<Question> questions, LocalDate today) {
        SurveyReader reader = new SurveyReader(table, questions);
        RowCells.forEach(table, today, reader::row);
        return reader.counts;
    }

    private void row(RowCells row) {
        for (QuestionCounts count : counts) {
            Question question = count.question();
            String answer = answer(row, question);
            if (!answer.isEmpty() && !question.options().contains(answer)) {
                table.findings()
                        .refuse("unknown-answer", row.line(), question.column(), String.join(", ", question.options()));
            }
        }
        if (!row.refused()) {
            counts.forEach(count -> count.add(answer(row, count.question())));
        }
    }

    private String answer(RowCells row, Question question) {
        Integer column = columns.get(question.column());
        return column == null ? "" : Cells.fold(row.row().cell(column));
    }
}
