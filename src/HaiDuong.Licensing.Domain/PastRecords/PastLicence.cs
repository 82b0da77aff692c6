using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Licences;
using NodaTime;

namespace HaiDuong.Licensing.Domain.PastRecords;

/// <summary>Giấy phép cũ: a line that can enter the licence register.</summary>
public sealed record PastLicence(
    string Kind,
    string DivisionKey,
    string Number,
    LocalDate IssuedOn,
    Applicant Holder,
    string Subject,
    string Place,
    LocalDate ValidFrom,
    LocalDate? ValidTo,
    string? Note
) : IPastRecord
{
    Applicant IPastRecord.Party => Holder;

    string IPastRecord.Key => KeyOf(Kind, IssuedOn.Year, LicenceNumber.Key(Number));

    IPastRecord IPastRecord.With(string name) => this with { Holder = Holder with { Name = name } };

    /// <summary>Numbers begin anew each year: kind, year and number tell one licence from all others.</summary>
    public static string KeyOf(string kind, int year, string numberKey) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{kind}/{year}/{numberKey}");

    /// <summary>
    /// Reads a line. Refuses PastLicenceNumberWrong and PastLicenceEndsEarly beside what single cells refuse. Without a first day it is valid from its day of
    /// issue.
    /// </summary>
    public static PastReading Read(PastRow row, ProcedureNames kinds, LocalDate today)
    {
        var cells = new PastCells(row, today);
        var number = cells.Needed(PastColumns.Number, 100);
        if (number.Length > 0 && !LicenceNumber.Key(number).Any(char.IsAsciiDigit))
            cells.Refuse(new Refusal(nameof(RefusalCode.PastLicenceNumberWrong), PastColumns.Number.Key, number));
        cells.RefuseDay(PastColumns.Number, number);
        var kind = cells.ProcedureIn(kinds, PastColumns.Kind);
        var issued = cells.DayThatWas(PastColumns.IssuedOn, isNeeded: true);
        var holder = cells.Party();
        var (subject, place) = (cells.Text(PastColumns.Subject, 1000), cells.Text(PastColumns.Place, 500));
        var from = cells.Day(PastColumns.ValidFrom) ?? issued;
        var to = cells.End(PastColumns.ValidTo, from);
        cells.Ordered(from, to, nameof(RefusalCode.PastLicenceEndsEarly), PastColumns.ValidTo);
        var note = cells.Text(PastColumns.Note, 2000);
        return PastReading.Of(cells, row, () =>
            new PastLicence(kind!.Slug, kind.DivisionKey, number, issued!.Value, holder, subject, place, from!.Value, to, note.Length > 0 ? note : null)
        );
    }

    /// <summary>Vào sổ: the licence as the register keeps it.</summary>
    public Licence Enter(Guid import, LicenceEntry by) =>
        Licence.Enter(Kind, DivisionKey, new LicencePaper(Number, IssuedOn, Holder, Subject, Place, ValidFrom, ValidTo), Note, import, by);
}
