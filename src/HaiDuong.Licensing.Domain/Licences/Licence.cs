using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Notices;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.Domain.Typed;
using NodaTime;

namespace HaiDuong.Licensing.Domain.Licences;

/// <summary>Who enters something in the register, and when.</summary>
/// <param name="Actor">Người ghi sổ.</param>
/// <param name="Now">Now.</param>
/// <param name="Today">Today, at the office.</param>
public sealed record LicenceEntry(Actor Actor, Instant Now, LocalDate Today);

/// <summary>
/// Giấy phép trong sổ: a licence, certificate, confirmation or approval that lives on. What it says now stands on it, what was done to it in
/// its events; every change is a verb that writes one.
/// </summary>
public sealed partial class Licence
{
    private readonly List<LicenceEvent> _events = [];
    private readonly List<Notice> _notices = [];

    public required Guid Id { get; init; }

    /// <summary>Loại giấy phép: the slug of the procedure that gives it.</summary>
    public required string Kind { get; init; }

    /// <summary>Phòng quản lý: the division that gave it and is told before it ends.</summary>
    public required string DivisionKey { get; init; }

    public string Number { get; private set; } = "";

    public LocalDate IssuedOn { get; private set; }

    public Applicant Holder { get; private set; } = new(ApplicantKind.Individual, "", "", "", null, null);

    public string Subject { get; private set; } = "";

    public string Place { get; private set; } = "";

    public LocalDate ValidFrom { get; private set; }

    /// <summary>The last day on which it is valid; null when it has none.</summary>
    public LocalDate? ValidTo { get; private set; }

    public LocalDate? RevokedOn { get; private set; }

    /// <summary>Hồ sơ gốc; null for a licence that was not given by this software.</summary>
    public Guid? DossierId { get; private init; }

    /// <summary>The import that brought it; null when it came otherwise. An import is undone only while nothing else was done to the licence.</summary>
    public Guid? ImportBatch { get; private init; }

    /// <summary>Counts the events; two people who change the licence at once cannot both succeed.</summary>
    public int Revision { get; private set; }

    public IReadOnlyList<LicenceEvent> Events => _events;

    public IReadOnlyList<Notice> Notices => _notices;

    /// <summary>Tình trạng on a day, by what is known now.</summary>
    public LicenceState StateOn(LocalDate day) => StateOn(day, ValidFrom, ValidTo, RevokedOn);

    /// <summary>Tình trạng on a day of a licence with these days.</summary>
    public static LicenceState StateOn(LocalDate day, LocalDate validFrom, LocalDate? validTo, LocalDate? revokedOn) =>
        revokedOn <= day ? LicenceState.Revoked
        : validTo < day ? LicenceState.Expired
        : validFrom > day ? LicenceState.NotYet
        : LicenceState.InForce;

    /// <summary>How often something was done to it (số lần gia hạn, cấp lại).</summary>
    public int Count(LicenceEventKind kind) => _events.Count(done => done.Kind == kind);

    /// <summary>Cấp mới.</summary>
    public static Licence Issue(string kind, string divisionKey, LicencePaper paper, LicenceEntry by) =>
        Begin(kind, divisionKey, paper, LicenceEventKind.Issued, null, null, by);

    /// <summary>Ghi sổ một giấy đã cấp trước đây: from an import (with its batch), or because a request named a paper that was not in the register.</summary>
    public static Licence Enter(string kind, string divisionKey, LicencePaper paper, string? note, Guid? importBatch, LicenceEntry by) =>
        Begin(kind, divisionKey, paper, LicenceEventKind.Entered, note, importBatch, by);

    /// <summary>Sửa đổi, gia hạn, cấp lại: the new paper by the rule of the procedure that it was given under.</summary>
    public void Change(LicenceRule rule, LicencePaper paper, LicenceEntry by)
    {
        var kind = EventOf(rule.Act);
        Holder =
            rule.Act == LicenceAct.Amend
                ? paper.Holder
                : Holder with
                {
                    Phone = paper.Holder.Phone ?? Holder.Phone,
                    Email = paper.Holder.Email ?? Holder.Email,
                };
        Subject = rule.Act == LicenceAct.Amend && paper.Subject.Length > 0 ? paper.Subject : Subject;
        Place = rule.Act == LicenceAct.Amend && paper.Place.Length > 0 ? paper.Place : Place;
        ValidTo = rule.KeepsEnd ? ValidTo : paper.ValidTo ?? ValidTo;
        if (!rule.KeepsNumber)
            (Number, IssuedOn) = (paper.Number, paper.IssuedOn);
        Record(kind, paper, by);
    }

    /// <summary>
    /// Thu hồi: by a leader, on a legal ground, for a reason, from a day that is not in the future. Refuses LicenceRevoked, GroundRequired, ReasonRequired,
    /// RevokedOnWrong.
    /// </summary>
    public IReadOnlyList<Refusal> Revoke(string? decisionNumber, string ground, string reason, LocalDate on, LicenceEntry by)
    {
        if (RevokedOn is { } already)
            return [new Refusal(nameof(RefusalCode.LicenceRevoked), null, Number, already)];
        var refusals = new List<Refusal>();
        if (string.IsNullOrWhiteSpace(ground))
            refusals.Add(new Refusal(nameof(RefusalCode.GroundRequired), "ground"));
        if (string.IsNullOrWhiteSpace(reason))
            refusals.Add(new Refusal(nameof(RefusalCode.ReasonRequired), "reason"));
        if (on > by.Today || on < IssuedOn)
            refusals.Add(new Refusal(nameof(RefusalCode.RevokedOnWrong), "on", IssuedOn, by.Today));
        if (refusals.Count > 0)
            return refusals;
        RevokedOn = on;
        var number = string.IsNullOrWhiteSpace(decisionNumber) ? Number : decisionNumber.Trim();
        Record(LicenceEventKind.Revoked, Paper(number, on), by, ground.Trim(), reason.Trim());
        TellHolderOfRevocation(on, ground.Trim(), reason.Trim(), by);
        return [];
    }

    /// <summary>Đổi số: the paper of a dossier was spoilt before it was handed over; the one that takes its place has another number and file.</summary>
    public void Renumber(string spoilt, LicencePaper paper, string reason, LicenceEntry by)
    {
        if (Number == spoilt)
            (Number, IssuedOn) = (paper.Number, paper.IssuedOn);
        Record(LicenceEventKind.Renumbered, paper, by, note: reason);
    }

    private static Licence Begin(string kind, string divisionKey, LicencePaper paper, LicenceEventKind what, string? note, Guid? importBatch, LicenceEntry by)
    {
        var licence = new Licence
        {
            Id = Guid.CreateVersion7(),
            Kind = kind,
            DivisionKey = divisionKey,
            Number = paper.Number,
            IssuedOn = paper.IssuedOn,
            Holder = paper.Holder,
            Subject = paper.Subject,
            Place = paper.Place,
            ValidFrom = paper.ValidFrom,
            ValidTo = paper.ValidTo,
            DossierId = paper.DossierId,
            ImportBatch = importBatch,
        };
        licence.Record(what, paper, by, note: note);
        return licence;
    }

    /// <summary>What an act of a procedure is called in the history.</summary>
    public static LicenceEventKind EventOf(LicenceAct act) =>
        act switch
        {
            LicenceAct.Amend => LicenceEventKind.Amended,
            LicenceAct.Renew => LicenceEventKind.Renewed,
            LicenceAct.Reissue => LicenceEventKind.Reissued,
            _ => throw new ArgumentOutOfRangeException(nameof(act), act, "Only an earlier licence is changed."),
        };

    private LicencePaper Paper(string number, LocalDate on) => new(number, on, Holder, Subject, Place, ValidFrom, ValidTo);

    private void Record(LicenceEventKind kind, LicencePaper paper, LicenceEntry by, string? ground = null, string? note = null)
    {
        Revision++;
        _events.Add(
            new LicenceEvent
            {
                LicenceId = Id,
                Kind = kind,
                Ordinal = Count(kind) + 1,
                OnDay = paper.IssuedOn,
                At = by.Now,
                Number = paper.Number,
                LicenceNumber = Number,
                Holder = Holder,
                Subject = Subject,
                Place = Place,
                ValidFrom = ValidFrom,
                ValidTo = ValidTo,
                DossierId = paper.DossierId,
                ProcedureSlug = paper.ProcedureSlug,
                File = paper.File,
                Ground = ground,
                Note = note,
                ActorId = by.Actor.AccountId,
                ActorName = by.Actor.Name,
                ImportBatch = kind == LicenceEventKind.Entered ? ImportBatch : null,
            }
        );
    }
}
