using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Identity;

namespace HaiDuong.Licensing.OneStop.Access.Security;

/// <summary>
/// Ghi mỗi lần mở hồ sơ giữ bí mật người gửi: staff by name; whoever comes by the applicant's door without one, and never with the reference, because
/// those who read the log may not know the sender. Other dossiers are not noted.
/// </summary>
public sealed class HiddenDossierLog(SecurityLog log, IHttpContextAccessor http)
{
    private static readonly string[] NamesOfReference = ["reference", "address"];
    private readonly HashSet<(Guid Dossier, SecurityEventKind Kind)> noted = [];

    /// <summary>A member of staff opened a page of it, or one of its slips.</summary>
    public Task ReadAsync(Dossier dossier, Actor actor, Slip? slip, CancellationToken cancel) =>
        slip is null
            ? NoteAsync(SecurityEventKind.HiddenDossierRead, dossier, actor.AccountId, actor.Name, "", cancel)
            : NoteAsync(SecurityEventKind.HiddenSlipRead, dossier, actor.AccountId, actor.Name, $" {slip.Kind}", cancel);

    /// <summary>Somebody gave the reference, or a one-time code, and was let in.</summary>
    public Task EnteredAsync(Dossier dossier, CancellationToken cancel) => NoteAsync(SecurityEventKind.HiddenDossierEntered, dossier, null, "", "", cancel);

    /// <summary>A page or file of it was opened by its owner's account, or by the pass of whoever had been let in.</summary>
    public Task OpenedAsync(Dossier dossier, bool byOwner, CancellationToken cancel) =>
        NoteAsync(byOwner ? SecurityEventKind.HiddenDossierOpenedByOwner : SecurityEventKind.HiddenDossierOpenedByPass, dossier, null, "", "", cancel);

    /// <summary>Once for each request, however often the dossier is read in it.</summary>
    private Task NoteAsync(SecurityEventKind kind, Dossier dossier, Guid? accountId, string name, string what, CancellationToken cancel) =>
        dossier.HidesApplicant && noted.Add((dossier.Id, kind))
            ? log.NoteAsync(kind, accountId, name, $"{dossier.Code ?? dossier.Id.ToString()}{what} {Asked(dossier)}", cancel)
            : Task.CompletedTask;

    private string Asked(Dossier dossier)
    {
        var request = http.HttpContext!.Request;
        var path = NamesOfReference
            .Select(name => request.RouteValues.GetValueOrDefault(name)?.ToString())
            .OfType<string>()
            .Aggregate(request.Path.Value ?? "", (asked, typed) => asked.Replace(typed, dossier.Code ?? "–", StringComparison.Ordinal));
        return request.Method == HttpMethods.Get ? path : $"{request.Method} {path}";
    }
}
