package org.safecommunity.cli.register;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.safecommunity.cli.print.Envelope;
import org.safecommunity.cli.print.Printer;
import org.safecommunity.cli.print.ResultRow;
import org.safecommunity.cli.shell.CommonOptions;
import org.safecommunity.cli.shell.ExitCode;
import org.safecommunity.cli.shell.Format;
import org.safecommunity.cli.shell.UserError;
import org.safecommunity.risk.register.RegisterForm;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lists the columns of the registers. */
@Command(name = "columns")
public final class ColumnsCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    CommandSpec spec;

    @Mixin
    CommonOptions common = new CommonOptions();

    @Parameters(arity = "0..1", paramLabel = "REGISTER", descriptionKey = "register-form")
    @Nullable
    String form;

    @Override
    public Integer call() {
        List<RegisterForm> forms = RegisterForm.bundled();
        List<ResultRow> rows = forms.stream()
                .filter(f -> form == null || f.id().equals(form))
                .flatMap(f -> f.columns().stream().map(c -> row(f, c, common.locale())))
                .toList();
        if (rows.isEmpty()) {
            throw UserError.usage(
                    "error.choice",
                    "REGISTER",
                    String.valueOf(form),
                    forms.stream().map(RegisterForm::id).collect(Collectors.joining(", ")));
        }
        Printer.print(
                new Envelope("risk register columns", rows, List.of(), List.of(), Map.of()),
                common,
                spec,
                Format.TABLE);
        return ExitCode.OK;
    }

    private static ResultRow row(RegisterForm form, RegisterForm.Column column, Locale locale) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("type", column.type().label());
        details.put("required", column.required());
        details.put("label", column.label().in(locale));
        details.put("meaning", column.meaning().in(locale));
        details.put("values", column.values());
        return ResultRow.plain(ResultRow.item("register", form.id()), "column", column.id(), details);
    }
}
