using HaiDuong.Licensing.Domain.Reports;
using HaiDuong.Licensing.OneStop.Desks;
using HaiDuong.Licensing.OneStop.Ui.Words;
using HaiDuong.Licensing.OneStop.Workflows;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Features.Reports;

/// <summary>Lập biểu: puts the figures of a period into the rows of a form, of one unit or of all.</summary>
public sealed class ReportTables(ProcedureCatalogue catalogue, PageWords<ReportModel> words)
{
    public ReportTable Of(ReportForm form, ReportFigures figures, ReportPeriod period, string? unit)
    {
        var list = new DossierFilter
        {
            Unit = unit,
            From = period.First,
            To = period.Last,
            InSuccessors = true,
        };
        var counted = form.Columns.Select(column => column.Figure).OfType<DossierFigure>().ToList();
        var cells = figures.Cells.Where(cell => counted.Exists(figure => cell.Of(figure) > 0)).ToList();
        List<ReportLine> lines =
        [
            .. form.Rows is ReportRows.LateProcedures
                ? LateProcedures(cells, figures.Reasons, list, period.Last)
                : Fields(form.Rows, cells, figures.Reasons, list, period.Last),
        ];
        if (lines.Count > 0)
            lines.Add(Line("", "", words["Sum"], list, cells) with { IsStrong = true });
        return new ReportTable(form, lines);
    }

    /// <summary>The figures of a report that are others now than when it was closed.</summary>
    public static IReadOnlyList<MovedFigure> Moved(ReportTable kept, ReportTable now)
    {
        var (before, after) = (
            kept.Lines.ToDictionary(line => line.Key, StringComparer.Ordinal),
            now.Lines.ToDictionary(line => line.Key, StringComparer.Ordinal)
        );
        return
        [
            .. from key in before.Keys.Union(after.Keys, StringComparer.Ordinal)
            from column in kept.Form.Columns
            let was = before.GetValueOrDefault(key)?.NumberOf(column) ?? 0
            let line = after.GetValueOrDefault(key)
            let current = line?.NumberOf(column) ?? 0
            where was != current
            select new MovedFigure(NameOf((line ?? before[key])!), column, was, current, line),
        ];
    }

    private static string NameOf(ReportLine line) => line.Name.Length > 0 ? line.Name : line.Reason;

    private IEnumerable<ReportLine> Fields(
        ReportRows rows,
        IReadOnlyList<ReportCell> cells,
        IReadOnlyList<LateReason> reasons,
        DossierFilter list,
        LocalDate last
    )
    {
        var fields = cells
            .GroupBy(cell => catalogue.FieldOf(cell.Procedure), StringComparer.Ordinal)
            .OrderBy(field => field.Key, StringComparer.CurrentCulture);
        foreach (var (field, index) in fields.Select((field, index) => (field, index + 1)))
        {
            var within = list with { Field = field.Key };
            var position = rows == ReportRows.Fields ? $"{index}" : Roman(index);
            yield return Line(field.Key, position, catalogue.Shown(field.Key), within, [.. field]) with
            {
                IsStrong = rows != ReportRows.Fields,
            };
            foreach (
                var line in rows switch
                {
                    ReportRows.Procedures => Procedures(field, list, last),
                    ReportRows.LateReasons => Reasons(field.Key, reasons.Where(reason => catalogue.FieldOf(reason.Procedure) == field.Key), within),
                    _ => [],
                }
            )
                yield return line;
        }
    }

    private IEnumerable<ReportLine> Procedures(IEnumerable<ReportCell> cells, DossierFilter list, LocalDate last) =>
        cells
            .GroupBy(cell => cell.Procedure, StringComparer.Ordinal)
            .Select(procedure => (Name: NameOf(procedure.Key, last), procedure))
            .OrderBy(one => one.Name, StringComparer.CurrentCulture)
            .Select((one, index) => Line(one.procedure.Key, $"{index + 1}", one.Name, list with { Procedure = one.procedure.Key }, [.. one.procedure]));

    private IEnumerable<ReportLine> LateProcedures(IReadOnlyList<ReportCell> cells, IReadOnlyList<LateReason> reasons, DossierFilter list, LocalDate last)
    {
        foreach (var line in Procedures(cells, list, last))
        {
            yield return line with
            {
                IsStrong = true,
                Term = TermOf(line.Key, last),
            };
            foreach (var reason in Reasons(line.Key, reasons.Where(reason => reason.Procedure == line.Key), line.List))
                yield return reason;
        }
    }

    /// <summary>Each reason once, what most have first, what nobody recorded last.</summary>
    private IEnumerable<ReportLine> Reasons(string under, IEnumerable<LateReason> reasons, DossierFilter list) =>
        reasons
            .GroupBy(reason => reason.Reason)
            .OrderBy(same => same.Key is null)
            .ThenByDescending(same => same.Sum(reason => reason.Count))
            .ThenBy(same => same.Key, StringComparer.CurrentCulture)
            .Select(same => new ReportLine(
                $"{under}/{same.Key ?? DossierFilter.None}",
                "",
                "",
                list with
                {
                    LateReason = same.Key is null ? DossierFilter.None : same.Max(reason => reason.Example),
                },
                [.. same.Select(reason => reason.Division).Distinct(StringComparer.Ordinal)],
                _ => same.Sum(reason => reason.Count)
            )
            {
                Reason = same.Key switch
                {
                    null => words["NoReason"],
                    "" => words["HiddenReason"],
                    var said => said,
                },
            });

    private static ReportLine Line(string key, string position, string name, DossierFilter list, IReadOnlyList<ReportCell> cells) =>
        new(key, position, name, list, [.. cells.Select(cell => cell.Division).Distinct(StringComparer.Ordinal)], figure => cells.Sum(cell => cell.Of(figure)));

    private Domain.Procedures.Procedure VersionOf(string slug, LocalDate day) => catalogue.InForce(slug, day) ?? catalogue.Newest(slug)!;

    private string NameOf(string slug, LocalDate day) => catalogue.Shown(VersionOf(slug, day)).Name;

    /// <summary>The terms and what they are based on, as everybody reads them.</summary>
    private string TermOf(string slug, LocalDate day)
    {
        var version = catalogue.Shown(VersionOf(slug, day));
        return string.Join("; ", version.Terms.Select(term => term.Text).Distinct(StringComparer.Ordinal));
    }

    private static string Roman(int number)
    {
        (int Value, string Sign)[] signs = [(10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")];
        var text = "";
        foreach (var (value, sign) in signs)
        {
            for (; number >= value; number -= value)
                text += sign;
        }

        return text;
    }
}
