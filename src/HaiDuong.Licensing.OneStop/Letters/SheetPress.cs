using HaiDuong.Licensing.Documents;
using HaiDuong.Licensing.Documents.Content;
using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.Domain.Transfers;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Workflows;
using NodaTime;

namespace HaiDuong.Licensing.OneStop.Letters;

/// <summary>
/// In danh sách bàn giao, sổ theo dõi hồ sơ, báo cáo định kỳ: prints what is about many dossiers, by the template of the regime of its day. It is printed from
/// what is stored, so nothing is kept of it.
/// </summary>
public sealed class SheetPress(ProcedureCatalogue catalogue, Rulebooks rulebooks, OfficialDocumentRenderer renderer)
{
    /// <summary>A list with the rows of its dossiers; who gave and who took sign it, with their times.</summary>
    public byte[] Transfer(TransferList list, IReadOnlyDictionary<Guid, DossierRow> rows)
    {
        var made = OfficeClock.ToLocal(list.MadeAt);
        var model = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["transfer"] = new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                ["giver"] = catalogue.Organisation.NameOf(list.From),
                ["taker"] = catalogue.Organisation.NameOf(list.To),
                ["at"] = IsoTime.Of((LocalDateTime?)made),
                ["count"] = list.Lines.Count,
                ["cancelled"] = list.CancelledAt is { } cancelled ? Words.Get("TransferCancelled", list.CancelledByName!, Say(cancelled)) : null,
                ["rows"] = list.Lines.OrderBy(line => line.Position).Select(line => Row(line, list.Way, rows[line.DossierId])).ToList(),
            },
        };
        return renderer.Render(
            Sheet("transfer", model, catalogue.Organisation.Offices.First(office => office.Key == list.Office), made.Date, list.MadeAt) with
            {
                Number = list.Number,
                IssuedOn = made.Date.ToDateOnly(),
                Signers =
                [
                    new SignatureBlock([Words.Get("Giver")], list.MadeByName, Say(list.MadeAt)),
                    new SignatureBlock([Words.Get("Taker")], list.ReceivedByName, list.ReceivedAt is { } received ? Say(received) : null),
                ],
            }
        );
    }

    /// <summary>A part of the register, by the form in force at its end.</summary>
    public byte[] Register(Office office, LocalDate from, LocalDate to, IReadOnlyList<RegisterRow> rows, Instant now)
    {
        var model = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["register"] = new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                ["from"] = IsoTime.Of((LocalDate?)from),
                ["to"] = IsoTime.Of((LocalDate?)to),
                ["volume"] = from.Year == to.Year ? $"{from.Year}" : $"{from.Year}-{to.Year}",
                ["rows"] = rows.Select(Row).ToList(),
            },
            ["office"] = OfficeFacts.Of(office, null),
        };
        return renderer.Render(Sheet("register", model, office, to, now));
    }

    /// <summary>A periodical report, by the template in force on the day of its print; whoever drew it up and the head of the office sign it.</summary>
    public byte[] Report(Office office, ReportSheet sheet, Instant now)
    {
        var today = OfficeClock.ToLocal(now).Date;
        var model = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["report"] = new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                ["title"] = sheet.Title,
                ["period"] = sheet.Period,
                ["number"] = sheet.Number,
                ["unit"] = sheet.Unit,
                ["measure"] = sheet.Measure,
                ["columns"] = sheet
                    .Columns.Select(column => new Dictionary<string, object?>(StringComparer.Ordinal)
                    {
                        ["heading"] = string.Join(TableHeading.Parting, column.Words),
                        ["isText"] = column.IsText,
                    })
                    .ToList(),
                ["cells"] = sheet.Rows.SelectMany(row => row.Select((cell, index) => Cell(cell, index == 0, index == row.Count - 1))).ToList(),
                ["notes"] = sheet.Notes.Select(note => new Dictionary<string, object?>(StringComparer.Ordinal) { ["text"] = note }).ToList(),
            },
        };
        return renderer.Render(
            Sheet("report", model, office, today, now) with
            {
                IssuedOn = today.ToDateOnly(),
                Signers = [new SignatureBlock([Words.Get("DrawnUpBy")], null), new SignatureBlock([Words.Get("HeadOfOffice")], null, Words.Get("SignAndSeal"))],
            }
        );
    }

    private static Dictionary<string, object?> Cell(ReportSheetCell cell, bool begins, bool ends) =>
        new(StringComparer.Ordinal)
        {
            ["begins"] = begins,
            ["ends"] = ends,
            ["strong"] = cell.IsStrong && cell.Text.Length > 0 ? cell.Text : null,
            ["text"] = cell.Text,
        };

    private static Dictionary<string, object?> Row(RegisterRow row) =>
        new(StringComparer.Ordinal)
        {
            ["number"] = row.Number,
            ["code"] = row.Code,
            ["procedure"] = row.Procedure,
            ["sets"] = row.Sets,
            ["applicant"] = row.Applicant,
            ["contact"] = row.Contact,
            ["agency"] = row.Agency,
            ["receivedAt"] = IsoTime.Of(row.ReceivedOn),
            ["dueAt"] = IsoTime.Of(row.DueOn),
            ["returnedAt"] = IsoTime.Of(row.ReturnedOn),
            ["returnMethod"] = row.ReturnMethod,
            ["signedBy"] = row.SignedBy,
            ["note"] = row.Note,
        };

    private Dictionary<string, object?> Row(TransferLine line, TransferWay way, DossierRow row) =>
        new(StringComparer.Ordinal)
        {
            ["number"] = line.Position,
            ["code"] = row.Code ?? row.Reference,
            ["applicant"] = row.Applicant ?? Words.Get("HiddenSender"),
            ["procedure"] = catalogue.Version(row.ProcedureSlug, row.ProcedureVersion).ShortName,
            ["papers"] = line.Papers.Count > 0 ? string.Join("; ", line.Papers.Select(paper => paper.Text)) : Words.Get("TransferByReceipt"),
            ["dueAt"] = row.Due.Stands ? IsoTime.Of(row.DueAt) : null,
            ["note"] =
                line.State == TransferState.Missing ? Words.Get("TransferMissing", line.MissingReason!)
                : way == TransferWay.ToDivision && line.Round > 0 ? Words.Get("TransferRound", line.Round)
                : null,
        };

    private OfficialDocument Sheet(string name, IReadOnlyDictionary<string, object?> model, Office office, LocalDate day, Instant now) =>
        new()
        {
            Content = catalogue.Slip(rulebooks.RegimeOn(day).Name, name).Fill(model),
            Letterhead = LetterModel.Head(office),
            CreatedAt = now.ToDateTimeOffset(),
        };

    private static string Say(Instant at) => VietnameseDate.Print(OfficeClock.ToLocal(at));
}
