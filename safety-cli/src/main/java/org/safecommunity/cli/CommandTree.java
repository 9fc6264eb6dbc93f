package org.safecommunity.cli;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.function.Supplier;
import org.safecommunity.cli.assess.AssessCommand;
import org.safecommunity.cli.assess.PlanCommand;
import org.safecommunity.cli.assess.TimelineCommand;
import org.safecommunity.cli.check.CheckCommand;
import org.safecommunity.cli.convert.ConvertCommand;
import org.safecommunity.cli.explain.ExplainCommand;
import org.safecommunity.cli.priority.PrioritiseCommand;
import org.safecommunity.cli.rates.BeforeAfterCommand;
import org.safecommunity.cli.rates.BurdenCommand;
import org.safecommunity.cli.rates.CaptureCommand;
import org.safecommunity.cli.rates.ChartCommand;
import org.safecommunity.cli.rates.CompareCommand;
import org.safecommunity.cli.rates.CrudeCommand;
import org.safecommunity.cli.rates.DetectCommand;
import org.safecommunity.cli.rates.DidCommand;
import org.safecommunity.cli.rates.FunnelCommand;
import org.safecommunity.cli.rates.InterruptCommand;
import org.safecommunity.cli.rates.JoinpointCommand;
import org.safecommunity.cli.rates.PowerCommand;
import org.safecommunity.cli.rates.ProportionCommand;
import org.safecommunity.cli.rates.RatesCommand;
import org.safecommunity.cli.rates.SeasonCommand;
import org.safecommunity.cli.rates.SmrCommand;
import org.safecommunity.cli.rates.StandardiseCommand;
import org.safecommunity.cli.rates.TrendCommand;
import org.safecommunity.cli.rates.TrendTestCommand;
import org.safecommunity.cli.rates.WorkCommand;
import org.safecommunity.cli.region.RegionCommand;
import org.safecommunity.cli.register.CodesCommand;
import org.safecommunity.cli.register.ColumnsCommand;
import org.safecommunity.cli.register.MigrateCommand;
import org.safecommunity.cli.register.OverdueCommand;
import org.safecommunity.cli.register.RankCommand;
import org.safecommunity.cli.register.RatingsCommand;
import org.safecommunity.cli.register.RegisterCommand;
import org.safecommunity.cli.register.StatisticsCommand;
import org.safecommunity.cli.report.ReportCommand;
import org.safecommunity.cli.risk.AgreementCommand;
import org.safecommunity.cli.risk.DelphiCommand;
import org.safecommunity.cli.risk.MatrixCommand;
import org.safecommunity.cli.risk.RiskCommand;
import org.safecommunity.cli.risk.ScoreCommand;
import org.safecommunity.cli.risk.SimulateCommand;
import org.safecommunity.cli.shell.CommonOptions;
import org.safecommunity.cli.shell.HelpOption;
import org.safecommunity.cli.shell.Texts;
import org.safecommunity.cli.standard.DiffCommand;
import org.safecommunity.cli.standard.ExportCommand;
import org.safecommunity.cli.standard.ListCommand;
import org.safecommunity.cli.standard.ShowCommand;
import org.safecommunity.cli.standard.StandardCommand;
import org.safecommunity.cli.start.InitCommand;
import org.safecommunity.cli.start.SchemaCommand;
import org.safecommunity.cli.store.ImportCommand;
import org.safecommunity.cli.store.QueryCommand;
import org.safecommunity.cli.store.StoreCommand;
import org.safecommunity.cli.store.VerifyCommand;
import org.safecommunity.cli.survey.AllocateCommand;
import org.safecommunity.cli.survey.CalibrateCommand;
import org.safecommunity.cli.survey.ChangeCommand;
import org.safecommunity.cli.survey.CrosstabCommand;
import org.safecommunity.cli.survey.DesignCommand;
import org.safecommunity.cli.survey.LikertCommand;
import org.safecommunity.cli.survey.MeanCommand;
import org.safecommunity.cli.survey.QuantileCommand;
import org.safecommunity.cli.survey.QuestionnaireCommand;
import org.safecommunity.cli.survey.RateCommand;
import org.safecommunity.cli.survey.RatioCommand;
import org.safecommunity.cli.survey.RegressCommand;
import org.safecommunity.cli.survey.ReliabilityCommand;
import org.safecommunity.cli.survey.SampleCommand;
import org.safecommunity.cli.survey.SizeCommand;
import org.safecommunity.cli.survey.SurveyCommand;
import org.safecommunity.cli.survey.TotalCommand;
import org.safecommunity.cli.tabulate.TabulateCommand;
import org.safecommunity.cli.worksheet.InspectCommand;
import org.safecommunity.cli.worksheet.WorksheetCommand;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/**
 * The commands of the program. Only the command that is called is built in full, because building all of them costs
 * start-up time; help builds the whole tree.
 */
final class CommandTree {
    private static final Map<String, Supplier<Object>> COMMANDS = new LinkedHashMap<>();

    static {
        COMMANDS.put("report", ReportCommand::new);
        COMMANDS.put("check", CheckCommand::new);
        COMMANDS.put("init", InitCommand::new);
        COMMANDS.put("convert", ConvertCommand::new);
        COMMANDS.put("schema", SchemaCommand::new);
        COMMANDS.put("region", RegionCommand::new);
        COMMANDS.put("explain", () -> new ExplainCommand(SafetyCli::run));
        COMMANDS.put("tabulate", TabulateCommand::new);
        COMMANDS.put("rates", RatesCommand::new);
        COMMANDS.put("rates crude", CrudeCommand::new);
        COMMANDS.put("rates proportion", ProportionCommand::new);
        COMMANDS.put("rates standardise", StandardiseCommand::new);
        COMMANDS.put("rates trend", TrendCommand::new);
        COMMANDS.put("rates trend-test", TrendTestCommand::new);
        COMMANDS.put("rates capture", CaptureCommand::new);
        COMMANDS.put("rates burden", BurdenCommand::new);
        COMMANDS.put("rates work", WorkCommand::new);
        COMMANDS.put("rates power", PowerCommand::new);
        COMMANDS.put("rates smr", SmrCommand::new);
        COMMANDS.put("rates compare", CompareCommand::new);
        COMMANDS.put("survey", SurveyCommand::new);
        COMMANDS.put("survey design", DesignCommand::new);
        COMMANDS.put("survey mean", MeanCommand::new);
        COMMANDS.put("survey total", TotalCommand::new);
        COMMANDS.put("survey ratio", RatioCommand::new);
        COMMANDS.put("survey proportion", org.safecommunity.cli.survey.ProportionCommand::new);
        COMMANDS.put("survey quantile", QuantileCommand::new);
        COMMANDS.put("survey crosstab", CrosstabCommand::new);
        COMMANDS.put("survey compare", org.safecommunity.cli.survey.CompareCommand::new);
        COMMANDS.put("survey regress", RegressCommand::new);
        COMMANDS.put("survey reliability", ReliabilityCommand::new);
        COMMANDS.put("survey change", ChangeCommand::new);
        COMMANDS.put("survey size", SizeCommand::new);
        COMMANDS.put("survey calibrate", CalibrateCommand::new);
        COMMANDS.put("survey questionnaire", QuestionnaireCommand::new);
        COMMANDS.put("survey score", org.safecommunity.cli.survey.ScoreCommand::new);
        COMMANDS.put("survey likert", LikertCommand::new);
        COMMANDS.put("survey rate", RateCommand::new);
        COMMANDS.put("survey sample", SampleCommand::new);
        COMMANDS.put("survey allocate", AllocateCommand::new);
        COMMANDS.put("rates funnel", FunnelCommand::new);
        COMMANDS.put("rates interrupt", InterruptCommand::new);
        COMMANDS.put("rates did", DidCommand::new);
        COMMANDS.put("rates before-after", BeforeAfterCommand::new);
        COMMANDS.put("rates chart", ChartCommand::new);
        COMMANDS.put("rates detect", DetectCommand::new);
        COMMANDS.put("rates joinpoint", JoinpointCommand::new);
        COMMANDS.put("rates season", SeasonCommand::new);
        COMMANDS.put("risk", RiskCommand::new);
        COMMANDS.put("risk score", ScoreCommand::new);
        COMMANDS.put("risk matrix", MatrixCommand::new);
        COMMANDS.put("risk simulate", SimulateCommand::new);
        COMMANDS.put("risk delphi", DelphiCommand::new);
        COMMANDS.put("risk agreement", AgreementCommand::new);
        COMMANDS.put("risk prioritise", PrioritiseCommand::new);
        COMMANDS.put("risk worksheet", WorksheetCommand::new);
        COMMANDS.put("risk inspect", InspectCommand::new);
        COMMANDS.put("risk register", RegisterCommand::new);
        COMMANDS.put("risk register check", org.safecommunity.cli.register.CheckCommand::new);
        COMMANDS.put("risk register rank", RankCommand::new);
        COMMANDS.put("risk register ratings", RatingsCommand::new);
        COMMANDS.put("risk register migrate", MigrateCommand::new);
        COMMANDS.put("risk register overdue", OverdueCommand::new);
        COMMANDS.put("risk register statistics", StatisticsCommand::new);
        COMMANDS.put("risk register columns", ColumnsCommand::new);
        COMMANDS.put("risk register codes", CodesCommand::new);
        COMMANDS.put("assess", AssessCommand::new);
        COMMANDS.put("assess score", org.safecommunity.cli.assess.ScoreCommand::new);
        COMMANDS.put("assess plan", PlanCommand::new);
        COMMANDS.put("assess timeline", TimelineCommand::new);
        COMMANDS.put("assess compare", org.safecommunity.cli.assess.CompareCommand::new);
        COMMANDS.put("standard", StandardCommand::new);
        COMMANDS.put("standard list", ListCommand::new);
        COMMANDS.put("standard show", () -> new ShowCommand(COMMANDS::containsKey));
        COMMANDS.put("standard export", ExportCommand::new);
        COMMANDS.put("standard diff", DiffCommand::new);
        COMMANDS.put("store", StoreCommand::new);
        COMMANDS.put("store import", ImportCommand::new);
        COMMANDS.put("store query", QueryCommand::new);
        COMMANDS.put("store export", org.safecommunity.cli.store.ExportCommand::new);
        COMMANDS.put("store verify", VerifyCommand::new);
        COMMANDS.put(CompletionCommand.NAME, CompletionCommand::new);
    }

    private CommandTree() {}

    /** The command line for these arguments. */
    static CommandLine build(Object root, String[] arguments, Locale locale) {
        CommandLine commandLine = new CommandLine(root);
        commandLine.addMixin("help", new HelpOption());
        String noun = arguments.length > 0 ? arguments[0] : "";
        boolean help = Arrays.asList(arguments).contains("--help")
                || Arrays.asList(arguments).contains("-h");
        boolean whole = help || !COMMANDS.containsKey(noun) || noun.equals(CompletionCommand.NAME);
        for (Map.Entry<String, Supplier<Object>> entry : COMMANDS.entrySet()) {
            String name = entry.getKey();
            if (name.indexOf(' ') < 0 && (whole || name.equals(noun))) {
                CommandLine nounLine = add(commandLine, name, entry.getValue());
                addVerbs(nounLine, name, arguments, whole);
            }
        }
        commandLine.setAbbreviatedOptionsAllowed(false);
        commandLine.setAbbreviatedSubcommandsAllowed(false);
        commandLine.setCaseInsensitiveEnumValuesAllowed(true);
        if (help || arguments.length == 0) {
            useTexts(commandLine, locale);
        }
        return commandLine;
    }

    /** Names of the commands below one, for suggestions. */
    static List<String> names(String qualifiedName) {
        String prefix = qualifiedName.equals("safety") ? "" : qualifiedName.substring("safety ".length()) + " ";
        return COMMANDS.keySet().stream()
                .filter(name -> name.startsWith(prefix))
                .map(name -> name.substring(prefix.length()))
                .filter(name -> name.indexOf(' ') < 0)
                .toList();
    }

    /** The common options of the command that was parsed. */
    static Optional<CommonOptions> common(ParseResult result) {
        ParseResult last = result;
        while (last.hasSubcommand()) {
            last = last.subcommand();
        }
        return last.commandSpec().mixins().values().stream()
                .map(mixin -> mixin.userObject())
                .filter(CommonOptions.class::isInstance)
                .map(CommonOptions.class::cast)
                .findFirst();
    }

    /** Adds the commands below one, and those below them; where the arguments name one of them, that one alone. */
    private static void addVerbs(CommandLine parent, String name, String[] arguments, boolean whole) {
        int words = name.split(" ").length;
        String verb = arguments.length > words ? name + " " + arguments[words] : "";
        boolean known = COMMANDS.containsKey(verb);
        for (Map.Entry<String, Supplier<Object>> entry : COMMANDS.entrySet()) {
            String child = entry.getKey();
            boolean below = child.startsWith(name + " ") && child.indexOf(' ', name.length() + 1) < 0;
            if (below && (whole || !known || child.equals(verb))) {
                addVerbs(add(parent, child.substring(name.length() + 1), entry.getValue()), child, arguments, whole);
            }
        }
    }

    private static CommandLine add(CommandLine parent, String name, Supplier<Object> command) {
        CommandLine child = new CommandLine(command.get());
        child.addMixin("help", new HelpOption());
        parent.addSubcommand(name, child);
        return child;
    }

    private static void useTexts(CommandLine commandLine, Locale locale) {
        ResourceBundle bundle = ResourceBundle.getBundle(
                "org.safecommunity.cli.help", Texts.isChinese(locale) ? Locale.CHINESE : Locale.ENGLISH);
        commandLine.setResourceBundle(bundle);
        commandLine.setUsageHelpAutoWidth(true);
        for (CommandLine child : commandLine.getSubcommands().values()) {
            useTexts(child, locale);
        }
    }
}
