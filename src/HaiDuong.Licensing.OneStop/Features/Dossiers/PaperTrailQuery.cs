using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.Domain.Transfers;
using HaiDuong.Licensing.OneStop.Desks;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Features.Dossiers;

/// <summary>One hand-over of the paper of a dossier; <see cref="Opens"/> says whether its list opens to the reader.</summary>
public sealed record PaperPassage(TransferList List, TransferLine Line, bool Opens);

/// <summary>Hồ sơ giấy đang ở đâu: which unit has it since when, who took it and by which list, and every hand-over, the newest first.</summary>
public sealed record PaperTrail(string Unit, LocalDateTime Since, TransferList? ByList, IReadOnlyList<PaperPassage> Passages);

/// <summary>Where the paper of a dossier is, and how it came there.</summary>
public sealed class PaperTrailQuery(OfficeDbContext db, TransferListsQuery lists, ProcedureCatalogue catalogue)
{
    /// <summary>Null for what is not accepted, or has no paper.</summary>
    public async Task<PaperTrail?> ReadAsync(Dossier dossier, Actor actor, CancellationToken cancel)
    {
        if (dossier.AcceptedAt is not { } accepted)
            return null;
        var found = await (
            from list in db.TransferLists.AsNoTracking()
            from line in list.Lines
            where line.DossierId == dossier.Id
            orderby list.Id descending
            select new { List = list, Line = line }
        ).ToListAsync(cancel);
        var ids = found.Select(passage => passage.List.Id).ToList();
        var opening = ids.Count == 0 ? [] : await lists.Of(actor).Where(list => ids.Contains(list.Id)).Select(list => list.Id).ToListAsync(cancel);
        PaperPassage[] passages = [.. found.Select(passage => new PaperPassage(passage.List, passage.Line, opening.Contains(passage.List.Id)))];
        if (Array.Find(passages, passage => passage.Line.State == TransferState.Taken)?.List is { ReceivedAt: { } received } last)
            return new PaperTrail(last.To, OfficeClock.ToLocal(received), last, passages);
        return CameAt(dossier, accepted) is { } came && catalogue.Organisation.DeskOf(StaffRole.CounterClerk, dossier.DivisionKey, came.Date) is { } counter
            ? new PaperTrail(counter, came, null, passages)
            : null;
    }

    /// <summary>When the first paper came to the counter.</summary>
    private static LocalDateTime? CameAt(Dossier dossier, LocalDateTime accepted) =>
        dossier.Channel != SubmissionChannel.Online
            ? accepted
            : dossier.Supplements.FirstOrDefault(request => request.AnsweredBy is SubmissionChannel.Counter or SubmissionChannel.Post)?.AnsweredAt;
}
