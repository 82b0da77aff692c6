using HaiDuong.Licensing.Domain.Staff;

namespace HaiDuong.Licensing.Domain.Dossiers;

/// <summary>Giấy tờ do cán bộ đính kèm: scans and photos beside the applicant's papers.</summary>
public sealed partial class Dossier
{
    /// <summary>Every one that was added, the oldest first; those that were taken away again with why.</summary>
    public IReadOnlyList<Attachment> Attachments { get; private set; } = [];

    /// <summary>Đính kèm: files of one kind join the dossier, alone or before the act that they belong to.</summary>
    /// <param name="title">What they are.</param>
    /// <param name="source">Where they come from.</param>
    /// <param name="files">The files, checked and stored.</param>
    /// <param name="act">Who, when, under which rules.</param>
    public IReadOnlyList<Refusal> Attach(string? title, string? source, IReadOnlyList<AttachedFile> files, ActContext act)
    {
        if (WhyNot(DossierAct.Attach, act) is { Count: > 0 } refused)
            return refused;
        var (what, from) = (VietnameseText.Clean(title ?? ""), VietnameseText.Clean(source ?? ""));
        IReadOnlyList<Refusal> faults =
        [
            .. what.Length == 0 ? [new Refusal(nameof(RefusalCode.AttachmentTitleMissing), "attach.title")] : Array.Empty<Refusal>(),
            .. files.Count == 0 ? [new Refusal(nameof(RefusalCode.AttachmentFileMissing), "attach.files")] : Array.Empty<Refusal>(),
            .. what.Length > Attachment.MostLetters || from.Length > Attachment.MostLetters
                ? [new Refusal(nameof(RefusalCode.AttachmentTextTooLong), "attach.title", Attachment.MostLetters)]
                : Array.Empty<Refusal>(),
            .. Attachments.Count + files.Count > Attachment.Most
                ? [new Refusal(nameof(RefusalCode.PapersTooMany), "attach.files", Attachment.Most)]
                : Array.Empty<Refusal>(),
        ];
        if (faults.Count > 0)
            return faults;
        var role = act.Actor.RoleFor(_work.FirstOrDefault(item => MayDo(item, act.Actor))?.Role);
        Attachments =
        [
            .. Attachments,
            .. files
                .DistinctBy(file => (file.Hash, file.Name))
                .Select(file => new Attachment(
                    Guid.CreateVersion7(),
                    what,
                    from.Length > 0 ? from : null,
                    file.Hash,
                    file.Name,
                    file.ContentType,
                    file.Size,
                    act.Actor.AccountId,
                    act.Actor.Name,
                    role,
                    act.Actor.UnitFor(role),
                    act.Local
                )
                {
                    DownloadOnly = file.DownloadOnly,
                    Position = file.Position,
                }),
        ];
        Record(DossierAct.Attach, act, Status, from.Length > 0 ? $"{what} ({from}): {files.Count}" : $"{what}: {files.Count}");
        return [];
    }

    /// <summary>Gỡ giấy tờ đính kèm nhầm: by whoever attached it, or the head of the division; that it was there stays written.</summary>
    /// <param name="id">Which.</param>
    /// <param name="reason">Why.</param>
    /// <param name="act">Who, when, under which rules.</param>
    public IReadOnlyList<Refusal> Detach(Guid id, string? reason, ActContext act)
    {
        if (WhyNot(DossierAct.Detach, act) is { Count: > 0 } refused)
            return refused;
        if (Attachments.FirstOrDefault(one => one.Id == id && MayDetach(one, act)) is not { } attachment)
            return NotYours(StaffRole.DivisionHead);
        var why = VietnameseText.Clean(reason ?? "");
        if (why.Length == 0)
            return [new Refusal(nameof(RefusalCode.ReasonRequired), "reason")];
        Attachments = [.. Attachments.Select(one => one == attachment ? one with { Removal = new AttachmentRemoval(act.Actor.Name, act.Local, why) } : one)];
        Record(DossierAct.Detach, act, Status, $"{attachment.Title}. {why}");
        return [];
    }

    public bool MayDetach(Attachment attachment, ActContext act) =>
        attachment.Removal is null && ((attachment.ById is { } by && by == act.Actor.AccountId) || IsHead(act));

    /// <summary>
    /// Whoever works for the office that has the dossier, and an agency while it is asked; of what hides its sender, only whoever may know the sender.
    /// </summary>
    private Refusal[] WhyNotAttach(ActContext act) =>
        !WorksOnIt(act) && !_work.Exists(item => item.Role != StaffRole.Applicant && MayDo(item, act.Actor))
            ? NotYours(StaffRole.CounterClerk, StaffRole.Specialist, StaffRole.DivisionHead, StaffRole.Leader, StaffRole.RegistryClerk, StaffRole.Accountant)
        : Status == DossierStatus.Draft || Due.IsVoid ? [new Refusal(nameof(RefusalCode.StepNotWaiting))]
        : [];

    private bool WorksOnIt(ActContext act) =>
        IsHead(act)
        || IsAtDesk(StaffRole.Leader, act)
        || (IsInDivision(act) && (!HidesApplicant || IsSpecialist(act)))
        || (IsAtDesk(StaffRole.CounterClerk, act) && !(HidesApplicant && Specialist is not null))
        || (!HidesApplicant && (IsAtDesk(StaffRole.RegistryClerk, act) || IsAtDesk(StaffRole.Accountant, act)));

    private Refusal[] WhyNotDetach(ActContext act) =>
        Attachments.Any(attachment => MayDetach(attachment, act)) ? []
        : Attachments.Any(attachment => attachment.Removal is null) || !IsHead(act) ? NotYours(StaffRole.DivisionHead)
        : [new Refusal(nameof(RefusalCode.StepNotWaiting))];
}
