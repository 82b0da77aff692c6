using HaiDuong.Licensing.Domain.Deadlines;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Desks;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Ui.Words;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Features.Statistics;

/// <summary>How many of a row have each outlook.</summary>
public sealed record OutlookLine(string? Key, string Name, IReadOnlyDictionary<Outlook, int> Counts)
{
    public int Of(Outlook outlook) => Counts.GetValueOrDefault(outlook);
}

/// <summary>Dự báo trễ hạn: which of the open dossiers will be late, how often such forecasts were right, and who they are.</summary>
[ForRoles(StaffRole.CentreLeader, StaffRole.Leader, StaffRole.DivisionHead, StaffRole.Inspector, StaffRole.Administrator)]
public sealed class ForecastsModel(
    ForecastsQuery query,
    ForecastRowsQuery rows,
    BoardQuery board,
    BoardChoices choices,
    CurrentActor current,
    ProcedureCatalogue catalogue,
    StepNames steps,
    OfficeClock clock
) : PageModel
{
    public const string Address = "/thong-ke/du-bao";

    /// <summary>The most endangered ones, which the page names; all are in the lists behind its numbers.</summary>
    public const int Named = 30;

    [BindProperty(SupportsGet = true, Name = "don-vi")]
    public string? Unit { get; set; }

    [BindProperty(SupportsGet = true, Name = "thu-tuc")]
    public string? Procedure { get; set; }

    public IReadOnlyList<OutlookLine> Lines { get; private set; } = [];

    public OutlookLine Sum { get; private set; } = new(null, "", new Dictionary<Outlook, int>());

    public IReadOnlyList<(DossierForecast Forecast, DossierRow Row)> Endangered { get; private set; } = [];

    public ForecastTrial Trial { get; private set; } = new();

    public BoardChoices Choices => choices;

    public Actor Actor { get; private set; } = Actor.System;

    public Instant Now => clock.Now;

    private DossierFilter Narrowed => new() { Unit = Unit, Procedure = Procedure };

    public async Task OnGetAsync(CancellationToken cancel)
    {
        (Unit, Procedure) = (Unit is "" ? null : Unit, Procedure is "" ? null : Procedure);
        Actor = await current.GetAsync(cancel);
        choices.Take(await board.ReadAsync(new DossierFilter(), Actor, cancel), Unit, Procedure);
        var forecasts = await query.ReadAsync(Narrowed, Actor, cancel);
        Trial = (await query.ForecasterAsync(cancel)).Trial;
        Sum = new OutlookLine(null, "", Counted(forecasts));
        Lines =
        [
            .. forecasts
                .GroupBy(one => Unit is null ? one.Division : one.Procedure, StringComparer.Ordinal)
                .Select(group => new OutlookLine(
                    group.Key,
                    Unit is null ? catalogue.Organisation.NameOf(group.Key) : choices.ProcedureName(group.Key),
                    Counted(group)
                ))
                .OrderByDescending(line => line.Of(Outlook.LikelyLate))
                .ThenBy(line => line.Name, StringComparer.CurrentCulture),
        ];
        Endangered = await rows.ReadAsync(
            [.. forecasts.Where(one => one.Forecast?.Chance < 1).OrderBy(one => one.Forecast!.Chance).ThenBy(one => one.Left).Take(Named)],
            cancel
        );
    }

    /// <summary>The list behind a number.</summary>
    public string HrefOf(OutlookLine line, Outlook outlook) =>
        (Narrowed with { Unit = Unit is null ? line.Key : Unit, Procedure = Unit is null ? Procedure : line.Key ?? Procedure, Outlook = outlook }).Href();

    public string CodeOf(DossierRow row) => HiddenApplicant.CodeFor(Actor, row.Code, row.Reference);

    public string StepOf(DossierRow row) => row.StepId is { } step ? steps.Of(step) : "";

    public string ProcedureOf(DossierRow row) => choices.ProcedureName(row.ProcedureSlug);

    /// <summary>The band of those that were said to be in time with about 80 per cent; null while there is none.</summary>
    public ForecastBand? AtEighty => Trial.Bands.FirstOrDefault(band => band.Tenth == 8);

    /// <summary>In whole per cent.</summary>
    public static int Percent(double share) => (int)Math.Round(share * 100);

    private static Dictionary<Outlook, int> Counted(IEnumerable<DossierForecast> forecasts) =>
        forecasts.GroupBy(one => one.Outlook).ToDictionary(group => group.Key, group => group.Count());
}
