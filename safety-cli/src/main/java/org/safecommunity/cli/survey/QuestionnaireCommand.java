package org.safecommunity.cli.survey;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.safecommunity.cli.print.Envelope;
import org.safecommunity.cli.print.Printer;
import org.safecommunity.cli.print.Remark;
import org.safecommunity.cli.print.ResultRow;
import org.safecommunity.cli.shell.CommonOptions;
import org.safecommunity.cli.shell.ExitCode;
import org.safecommunity.cli.shell.Format;
import org.safecommunity.cli.shell.Texts;
import org.safecommunity.metrics.questionnaire.QuestionItem;
import org.safecommunity.metrics.questionnaire.QuestionScale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows a questionnaire: items, answers, key, skip logic and scales; a faulty one is refused with every fault. */
@Command(name = "questionnaire")
public final class QuestionnaireCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    CommandSpec spec;

    @Mixin
    CommonOptions common = new CommonOptions();

    @Parameters(paramLabel = "NAME|FILE", descriptionKey = "survey-questionnaire")
    @SuppressWarnings("NullAway.Init")
    String questionnaire;

    @Override
    public Integer call() {
        Questionnaire form = QuestionnaireFile.read(questionnaire);
        Locale locale = common.locale();
        List<ResultRow> rows = new ArrayList<>();
        for (QuestionItem item : form.scoring().items()) {
            rows.add(item(form, item, locale));
        }
        for (QuestionScale scale : form.scoring().scales()) {
            Map<String, Object> details = new LinkedHashMap<>();
            details.put("kind", scale.kind().label());
            details.put("items", scale.items());
            details.put("minimumAnswered", scale.minimumAnswered());
            if (!form.scoring().keyed(scale)) {
                details.put("levels", (long) scale.top());
            }
            scale.pass().ifPresent(pass -> details.put("pass", pass));
            String title = form.scaleText(scale.id()).in(locale);
            rows.add(ResultRow.plain(ResultRow.item("scale", scale.id()), "scale", title, details));
        }
        Remark source = new Remark(
                "questionnaire-" + form.mark(),
                Texts.get(
                        locale,
                        "remark.questionnaire." + form.mark(),
                        form.title().in(locale),
                        form.source().in(locale)));
        Printer.print(
                new Envelope("survey questionnaire", rows, List.of(source), List.of(), Map.of("of", questionnaire)),
                common,
                spec,
                Format.TABLE);
        return ExitCode.OK;
    }

    private static ResultRow item(Questionnaire form, QuestionItem item, Locale locale) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put(
                "answers",
                item.codes().stream()
                        .map(code ->
                                code + " " + form.optionText(item.id(), code).in(locale))
                        .collect(Collectors.joining("; ")));
        if (item.keyed()) {
            details.put("key", item.key());
        }
        if (!item.noAnswer().isEmpty()) {
            details.put("noAnswer", item.noAnswer());
        }
        if (item.reverse()) {
            details.put("reverse", true);
        }
        item.askedIf().ifPresent(one -> details.put("askIf", one.item() + " = " + String.join(", ", one.answers())));
        String text = form.itemText(item.id()).in(locale);
        return ResultRow.plain(ResultRow.item("item", item.id()), "item", text, details);
    }
}
