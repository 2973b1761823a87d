package gradus.kernel.magic;

import gradus.kernel.hint.Nearest;
import gradus.kernel.session.CellFailure;
import gradus.kernel.session.ErrorReport;
import gradus.kernel.session.Prose;
import gradus.kernel.session.Session;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** The catalogue of magics, and how a line finds the one that it names. */
public final class Magics {

    /** One line each, in the order in which {@code %lsmagic} shows them. */
    static final List<Supplier<Magic>> ALL = List.of(
            ExprMagic::new,
            GraphMagic::new,
            StepMagic::new,
            ForwardMagic::new,
            BackwardMagic::new,
            CodeMagic::new,
            TraceCellMagic::new,
            DerivationMagic::new,
            InithistMagic::new,
            GradcheckMagic::new,
            JacobianMagic::new,
            VisitsMagic::new,
            ContourMagic::new,
            ActivationMagic::new,
            DepthMagic::new,
            PlotMagic::new,
            CheckMagic::new,
            HintMagic::new,
            ScoreMagic::new,
            LangMagic::new,
            MavenMagic::new,
            MavenrepoMagic::new,
            PomMagic::new,
            PomCellMagic::new,
            ClasspathMagic::new,
            LoadMagic::new,
            TimeMagic::new,
            TimeCellMagic::new,
            TimeitMagic::new,
            TimeitCellMagic::new,
            EnvMagic::new,
            ShMagic::new,
            ShCellMagic::new,
            WritefileMagic::new,
            HtmlMagic::new,
            SvgMagic::new,
            LatexMagic::new,
            MarkdownMagic::new,
            JavascriptMagic::new,
            WhoMagic::new,
            WhosMagic::new,
            HistoryMagic::new,
            ResetMagic::new,
            LsmagicMagic::new,
            HelpMagic::new);

    /** Names and aliases. */
    private static final Map<String, Supplier<Magic>> BY_NAME = byName();

    private Magics() {}

    public static List<Magic> all() {
        return ALL.stream().map(Supplier::get).toList();
    }

    public static @Nullable Magic find(String name) {
        Supplier<Magic> made = BY_NAME.get(name);
        return made == null ? null : made.get();
    }

    private static Map<String, Supplier<Magic>> byName() {
        var byName = new HashMap<String, Supplier<Magic>>();
        for (Supplier<Magic> each : ALL) {
            Magic magic = each.get();
            byName.put(magic.name(), each);
            magic.aliases().forEach(alias -> byName.put(alias, each));
        }
        return byName;
    }

    public static boolean isKnown(String name) {
        return BY_NAME.containsKey(name);
    }

    /**
     * Runs one call.
     *
     * @return what to show; null for nothing
     */
    public static @Nullable Object run(Piece.MagicCall call, Session session) throws CellFailure {
        Magic magic = find(call.name());
        if (magic == null) {
            throw new CellFailure(unknown(call.name()));
        }
        try {
            new CommandLine(magic).parseArgs(magic.split(call.arguments()).toArray(String[]::new));
            if (magic instanceof CellMagic whole) {
                whole.body(call.body());
            }
            return magic.run(session);
        } catch (ParameterException | IllegalArgumentException e) {
            throw new CellFailure(wrongArgument(magic, e));
        } catch (CellFailure e) {
            throw e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CellFailure(simple("Interrupted", call.name() + " was interrupted."));
        } catch (Exception e) {
            String reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            throw new CellFailure(simple(e.getClass().getSimpleName(), call.name() + ": " + reason));
        }
    }

    /** How a magic is written, in one line, with one line for each argument. */
    public static String usage(Magic magic) {
        var line = new CommandLine(magic);
        line.setUsageHelpWidth(Prose.TERMINAL);
        return line.getUsageMessage(CommandLine.Help.Ansi.OFF).strip() + "\nExample: " + magic.example();
    }

    /** The long names of a magic's options. */
    public static List<String> options(Magic magic) {
        return CommandLine.Model.CommandSpec.forAnnotatedObject(magic).options().stream()
                .map(CommandLine.Model.OptionSpec::longestName)
                .toList();
    }

    private static ErrorReport unknown(String name) {
        String reason = "There is no magic " + name + ".";
        String nearest = Nearest.to(name, all().stream().map(Magic::name).toList());
        String advice = nearest == null ? " %lsmagic lists them all." : " Did you mean " + nearest + "?";
        return simple("UnknownMagic", reason + advice);
    }

    private static ErrorReport wrongArgument(Magic magic, Exception problem) {
        String reason = magic.name() + ": " + problem.getMessage();
        var lines = new ArrayList<String>();
        lines.add(red("UsageError: ") + reason);
        lines.addAll(usage(magic).lines().toList());
        return new ErrorReport("UsageError", reason, lines);
    }

    private static ErrorReport simple(String name, String reason) {
        return new ErrorReport(name, reason, List.of(red(name + ": ") + reason));
    }

    private static String red(String text) {
        return "\u001b[31m" + text + "\u001b[0m";
    }
}
