using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Staff;
using NodaTime;

namespace HaiDuong.Licensing.Domain.Books;

/// <summary>Số văn bản: the next number of an office's book of a document class and a year, and how it is written.</summary>
public sealed record DocumentNumber(string Office, string Book, int Year, long Serial, string Text);

/// <summary>
/// Dòng trong sổ văn bản: one number that was given, and the paper that carries it. Numbers of a book and year follow each other without a gap;
/// a cancelled one stays, with who cancelled it and why, and is not given again.
/// </summary>
public sealed class NumberedDocument
{
    /// <summary>The office whose book it is.</summary>
    public required string Office { get; init; }

    /// <summary>The document class, e.g. GP-XBTL.</summary>
    public required string Book { get; init; }

    public required int Year { get; init; }

    public required long Serial { get; init; }

    public required string Number { get; init; }

    public required LocalDate IssuedOn { get; init; }

    /// <summary>Nơi nhận: the applicant.</summary>
    public required string Addressee { get; init; }

    /// <summary>Trích yếu.</summary>
    public required string Summary { get; init; }

    public required string Signer { get; init; }

    public required Guid DossierId { get; init; }

    /// <summary>The file by its SHA-256.</summary>
    public required string File { get; init; }

    public required Instant At { get; init; }

    public required string NumberedBy { get; init; }

    public Instant? CancelledAt { get; private set; }

    public string? CancelledBy { get; private set; }

    public string? CancelReason { get; private set; }

    public bool IsCancelled => CancelledAt is not null;

    /// <summary>Ghi vào sổ the result that was just numbered and sealed. A sender who is kept secret is not named.</summary>
    public static NumberedDocument Of(Dossier dossier, DocumentNumber number, ActContext act) =>
        new()
        {
            Office = number.Office,
            Book = number.Book,
            Year = number.Year,
            Serial = number.Serial,
            Number = number.Text,
            IssuedOn = dossier.Decision!.IssuedOn!.Value,
            Addressee = dossier.HidesApplicant ? dossier.Code ?? dossier.Reference : dossier.Applicant.Name,
            Summary = dossier.Decision.TitleIn(act.Rules.Procedure),
            Signer = dossier.Decision.SignerName,
            DossierId = dossier.Id,
            File = dossier.Decision.IssuedFile!,
            At = act.Now,
            NumberedBy = act.Actor.Name,
        };

    /// <summary>Hủy số: the paper that carries it was spoilt. Refuses ReasonRequired, NumberCancelled.</summary>
    public IReadOnlyList<Refusal> Cancel(string reason, Actor actor, Instant now)
    {
        if (IsCancelled)
            return [new Refusal(nameof(RefusalCode.NumberCancelled), null, Number)];
        if (string.IsNullOrWhiteSpace(reason))
            return [new Refusal(nameof(RefusalCode.ReasonRequired), "reason")];
        (CancelledAt, CancelledBy, CancelReason) = (now, actor.Name, reason.Trim());
        return [];
    }
}
