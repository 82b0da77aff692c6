using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Features.Counter;

/// <summary>Bưu gửi: something that went out by post, or came by it.</summary>
/// <param name="DossierId">The dossier.</param>
/// <param name="Code">Its code.</param>
/// <param name="Person">To whom it went, or from whom it came.</param>
/// <param name="Contact">Their address and telephone; nothing of a sender who is kept secret.</param>
/// <param name="Number">Mã bưu gửi, of what went out.</param>
/// <param name="At">When the counter gave it to the post, or had it.</param>
/// <param name="By">Who did.</param>
/// <param name="IsSupplement">Whether it answers a request.</param>
public sealed record Parcel(Guid DossierId, string Code, string Person, string Contact, string? Number, LocalDateTime At, string By, bool IsSupplement);

/// <summary>Bảng kê bưu gửi: what the counter sent by post, or received by it, on one day. It is read from the acts themselves.</summary>
public sealed class ParcelsQuery(OfficeDbContext db)
{
    /// <summary>Results given to the post.</summary>
    public async Task<IReadOnlyList<Parcel>> SentAsync(LocalDate day, CancellationToken cancel) =>
        [
            .. (await OfAsync(day, [DossierAct.HandOver], cancel))
                .Where(one => one.Dossier.HandOver is { By: ReturnBy.Post })
                .Select(one => Of(one.Dossier, one.Line) with { Person = one.Dossier.HandOver!.ReceiverName, Number = one.Dossier.HandOver.Parcel }),
        ];

    /// <summary>Dossiers and supplements that came by post, as the counter took them in.</summary>
    public async Task<IReadOnlyList<Parcel>> ReceivedAsync(LocalDate day, CancellationToken cancel) =>
        [
            .. (await OfAsync(day, [DossierAct.Accept, DossierAct.Supply], cancel))
                .Where(one => one.Line.Act == DossierAct.Accept || CameByPost(one.Dossier, one.Line))
                .Select(one => Of(one.Dossier, one.Line)),
        ];

    private static bool CameByPost(Dossier dossier, HistoryLine line) =>
        dossier.Supplements.Any(request => request.AnsweredBy == SubmissionChannel.Post && request.AnsweredAt == OfficeClock.ToLocal(line.At));

    private async Task<IReadOnlyList<(HistoryLine Line, Dossier Dossier)>> OfAsync(LocalDate day, DossierAct[] acts, CancellationToken cancel)
    {
        var (from, until) = (OfficeClock.StartOf(day)!.Value, OfficeClock.StartOf(day.PlusDays(1))!.Value);
        var found = await db
            .History.AsNoTracking()
            .Where(line => acts.Contains(line.Act) && line.At >= from && line.At < until)
            .Join(db.Dossiers.AsNoTracking(), line => line.DossierId, dossier => dossier.Id, (line, dossier) => new { Line = line, Dossier = dossier })
            // Most of what is accepted was brought or came online.
            .Where(one => one.Line.Act != DossierAct.Accept || one.Dossier.Channel == SubmissionChannel.Post)
            .OrderBy(one => one.Line.Id)
            .ToListAsync(cancel);
        return [.. found.Select(one => (one.Line, one.Dossier))];
    }

    private static Parcel Of(Dossier dossier, HistoryLine line) =>
        new(
            dossier.Id,
            dossier.Code ?? HiddenApplicant.NoCode,
            HiddenApplicant.InList(dossier.HidesApplicant, dossier.Applicant.Name),
            dossier.HidesApplicant
                ? ""
                : string.Join(", ", new[] { dossier.Applicant.Address, dossier.Applicant.Phone }.Where(text => !string.IsNullOrEmpty(text))),
            null,
            OfficeClock.ToLocal(line.At),
            line.ActorName,
            line.Act == DossierAct.Supply
        );
}
