using HaiDuong.Licensing.Domain.Dossiers;
using NodaTime;

namespace HaiDuong.Licensing.Domain.PastRecords;

/// <summary>
/// Hồ sơ cũ: a dossier that was settled before the software, as a list tells of it. It is only found and read; no act touches it and no statistics count it.
/// </summary>
public sealed record PastDossier : IPastRecord
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The import that brought it.</summary>
    public Guid ImportId { get; init; }

    public required string Code { get; init; }

    public required string ProcedureSlug { get; init; }

    /// <summary>Phòng thụ lý, whose staff finds it.</summary>
    public required string DivisionKey { get; init; }

    public required Applicant Applicant { get; init; }

    public required LocalDate ReceivedOn { get; init; }

    public LocalDate? DueOn { get; init; }

    public LocalDate? FinishedOn { get; init; }

    /// <summary>Kết quả, in the words of the list.</summary>
    public string Result { get; init; } = "";

    /// <summary>Số của văn bản kết quả.</summary>
    public string ResultNumber { get; init; } = "";

    public string Note { get; init; } = "";

    /// <summary>Mã as it is looked up, and which no other dossier has.</summary>
    public string CodeKey
    {
        get => KeyOf(Code);
        private init => _ = value;
    }

    string IPastRecord.Key => CodeKey;

    Applicant IPastRecord.Party => Applicant;

    public static string KeyOf(string code) => code.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();

    IPastRecord IPastRecord.With(string name) => this with { Applicant = Applicant with { Name = name } };

    /// <summary>
    /// Reads a line. Refuses PastDossierDueEarly, PastDossierFinishedEarly and, of a procedure that keeps its sender secret (Luật Tố cáo),
    /// PastDossierSenderSecret beside what single cells refuse.
    /// </summary>
    public static PastReading Read(PastRow row, ProcedureNames procedures, LocalDate today)
    {
        var cells = new PastCells(row, today);
        var code = cells.Needed(PastColumns.Code, 100);
        cells.RefuseDay(PastColumns.Code, code);
        var procedure = cells.ProcedureIn(procedures, PastColumns.Procedure);
        if (procedure is { HidesApplicant: true })
            return new PastReading(
                WithoutSender(row),
                null,
                [new Refusal(nameof(RefusalCode.PastDossierSenderSecret), PastColumns.Procedure.Key, procedure.ShortName)],
                []
            );
        var applicant = cells.Party();
        var received = cells.DayThatWas(PastColumns.ReceivedOn, isNeeded: true);
        var due = cells.Day(PastColumns.DueOn);
        var finished = cells.DayThatWas(PastColumns.FinishedOn, isNeeded: false);
        cells.Ordered(received, due, nameof(RefusalCode.PastDossierDueEarly), PastColumns.DueOn);
        cells.Ordered(received, finished, nameof(RefusalCode.PastDossierFinishedEarly), PastColumns.FinishedOn);
        var (result, number, note) = (cells.Text(PastColumns.Result, 500), cells.Text(PastColumns.ResultNumber, 100), cells.Text(PastColumns.Note, 2000));
        return PastReading.Of(cells, row, () => new PastDossier
            {
                Code = code,
                ProcedureSlug = procedure!.Slug,
                DivisionKey = procedure.DivisionKey,
                Applicant = applicant,
                ReceivedOn = received!.Value,
                DueOn = due,
                FinishedOn = finished,
                Result = result,
                ResultNumber = number,
                Note = note,
            });
    }

    /// <summary>Of such a line nothing is kept that tells of a person.</summary>
    private static PastRow WithoutSender(PastRow row)
    {
        string[] kept = [PastColumns.Code.Key, PastColumns.Procedure.Key];
        return row with { Cells = row.Cells.Where(cell => kept.Contains(cell.Key)).ToDictionary(), Typed = new Dictionary<string, string>() };
    }
}
