using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Fields;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Acts;
using HaiDuong.Licensing.OneStop.Filing;
using HaiDuong.Licensing.OneStop.Letters;
using HaiDuong.Licensing.OneStop.Storage;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Features.Supplements;

public sealed record SupplySupplementRequest(Guid DossierId, int? SeenRevision, FormData Form)
{
    /// <summary>How it came when the counter takes it in.</summary>
    public SubmissionChannel Channel { get; init; } = SubmissionChannel.Counter;

    /// <summary>What the counter has counted; files join before the act.</summary>
    public IReadOnlyList<Paper> Counted { get; init; } = [];
}

/// <summary>
/// Nộp bổ sung: what was asked and what depends on it; a corrected licence number is looked up again. What the counter takes in is answered by a
/// receipt for it (phiếu tiếp nhận hồ sơ bổ sung).
/// </summary>
public sealed class SupplySupplement(ActDesk desk, LicenceRegister licences, NamedStaff named, SlipPress press)
{
    /// <summary>Whether an answer to what is asked has the register looked up.</summary>
    public static bool AsksTheRegister(Dossier dossier, Procedure procedure, LocalDate today) =>
        dossier.SupplementScope(procedure, today)?.Fields.Any(field => procedure.Licence?.Names(field) == true) == true;

    public Task<ActResult> DoAsync(SupplySupplementRequest request, Actor actor, CancellationToken cancel) =>
        desk.DoAsync(
            request.DossierId,
            request.SeenRevision,
            actor,
            async (dossier, act) =>
            {
                var asksForLicence = AsksTheRegister(dossier, act.Rules.Procedure, act.Local.Date);
                var aboutBefore = act.Rules.Procedure.DenouncedField is { } about ? dossier.Form[about] : null;
                var unprintable = Unprintable(dossier, request.Form, act);
                IReadOnlyList<Refusal> refusals =
                [
                    .. request.Counted.SelectMany(paper => dossier.AddPaper(paper, act)),
                    .. dossier.Supply(request.Form, act, request.Channel),
                    .. unprintable,
                ];
                if (refusals.Count == 0)
                    await named.ShutOutAsync(dossier, act, aboutBefore, cancel);
                if (refusals.Count == 0 && asksForLicence)
                    refusals = await licences.CheckRequestAsync(dossier, act, cancel);
                if (refusals.Count == 0 && !dossier.IsApplicant(act.Actor))
                    await press.PrintAsync(SlipKind.Supplied, dossier, act, cancel);
                return refusals;
            },
            cancel
        );

    /// <summary>What of the answers to what is asked cannot be printed.</summary>
    private static IReadOnlyList<Refusal> Unprintable(Dossier dossier, FormData answers, ActContext act) =>
        dossier.SupplementScope(act.Rules.Procedure, act.Local.Date) is { } scope
            ? [.. PrintableText.Check(act.Rules.Procedure.Form, scope.Amend(dossier.Form, answers)).Where(refusal => scope.Covers(refusal.Field))]
            : [];
}
