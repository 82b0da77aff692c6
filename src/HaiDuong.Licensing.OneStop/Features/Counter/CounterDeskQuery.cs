using System.Globalization;
using HaiDuong.Licensing.Domain.Deadlines;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Desks;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Text;

namespace HaiDuong.Licensing.OneStop.Features.Counter;

/// <summary>One dossier on the counter's desk; the moment is since when it waits, where the list tells no due date.</summary>
public sealed record CounterRow(
    Guid Id,
    string Code,
    string Applicant,
    string Procedure,
    SubmissionChannel Channel,
    ReturnBy ReturnBy,
    LocalDateTime? Moment,
    DueState Due,
    string Href
);

/// <summary>A page of one list; <see cref="Next"/> is where the next one begins.</summary>
public sealed record CounterPage(IReadOnlyList<CounterRow> Rows, string? Next);

/// <summary>Bàn một cửa: four lists, each by the moment that presses, and how many wait in each.</summary>
public sealed class CounterDeskQuery(CounterListsQuery lists, ProcedureCatalogue catalogue)
{
    private const int Size = 50;

    private static readonly LocalDateTimePattern Pattern = LocalDateTimePattern.ExtendedIso;

    public async Task<CounterPage> ReadAsync(CounterList list, string? after, CancellationToken cancel)
    {
        var waiting = lists.Of(list).AsNoTracking();
        if (Cursor(after) is var (moment, id))
            waiting = waiting.Where(row => row.Moment > moment || (row.Moment == moment && row.DossierId > id));
        var found = await waiting.OrderBy(row => row.Moment).ThenBy(row => row.DossierId).Take(Size + 1).ToListAsync(cancel);
        var rows = found
            .Take(Size)
            .Select(row => new CounterRow(
                row.DossierId,
                row.Code ?? row.Reference,
                row.Applicant ?? HiddenApplicant.Shown,
                catalogue.NameOf(row.ProcedureSlug, row.ProcedureVersion),
                row.Channel,
                row.ReturnBy,
                list == CounterList.Stops ? row.SubmittedAt : row.FinishedAt,
                row.Due,
                HrefOf(list, row.DossierId)
            ))
            .ToList();
        return new CounterPage(rows, found.Count > Size ? Write(found[Size - 1].Moment, found[Size - 1].DossierId) : null);
    }

    /// <summary>How many wait in each list, in the order of the lists; one command.</summary>
    public async Task<IReadOnlyDictionary<CounterList, int>> CountAsync(CancellationToken cancel)
    {
        var counts = Enum.GetValues<CounterList>()
            .Select(list => lists.Of(list).Select(row => (int)list))
            .Aggregate((all, next) => all.Concat(next))
            .GroupBy(list => list)
            .Select(group => new { List = group.Key, Count = group.Count() });
        var found = await counts.ToDictionaryAsync(group => (CounterList)group.List, group => group.Count, cancel);
        return Enum.GetValues<CounterList>().ToDictionary(list => list, list => found.GetValueOrDefault(list));
    }

    /// <summary>Where the counter goes on with a dossier, which has its open work with it.</summary>
    public string HrefOf(Dossier dossier) =>
        dossier.Status switch
        {
            DossierStatus.AwaitingAcceptance => HrefOf(CounterList.Online, dossier.Id),
            _ when dossier.Work.Any(item => item.Role == StaffRole.CounterClerk && lists.Stops.Contains(item.StepId)) => HrefOf(CounterList.Stops, dossier.Id),
            DossierStatus.AwaitingSupplement => StepPaths.TakeSupplement(dossier.Id),
            DossierStatus.AwaitingPayment => StepPaths.Payment(dossier.Id),
            DossierStatus.ResultReady => HrefOf(CounterList.HandOver, dossier.Id),
            DossierStatus.WithdrawalAsked => HrefOf(CounterList.Withdrawals, dossier.Id),
            _ => StepPaths.Dossier(dossier.Id),
        };

    private static string HrefOf(CounterList list, Guid id) =>
        list switch
        {
            CounterList.Online => StepPaths.Receive(id),
            CounterList.HandOver => StepPaths.HandOver(id),
            CounterList.Withdrawals => StepPaths.Withdrawal(id),
            _ => StepPaths.Stop(id),
        };

    private static string Write(LocalDateTime moment, Guid id) => string.Create(CultureInfo.InvariantCulture, $"{Pattern.Format(moment)}_{id:N}");

    private static (LocalDateTime Moment, Guid Id)? Cursor(string? after)
    {
        var parts = after?.Split('_') ?? [];
        return parts.Length == 2 && Pattern.Parse(parts[0]) is { Success: true, Value: var moment } && Guid.TryParse(parts[1], out var id)
            ? (moment, id)
            : null;
    }
}
