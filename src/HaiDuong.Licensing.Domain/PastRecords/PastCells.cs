using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.Domain.Typed;
using NodaTime;

namespace HaiDuong.Licensing.Domain.PastRecords;

/// <summary>Một dòng của tệp: its line, its cells by the key of their column, and as they were typed where cleaning changed them.</summary>
public sealed record PastRow(int Line, IReadOnlyDictionary<string, string> Cells, IReadOnlyDictionary<string, string> Typed)
{
    /// <summary>What was done to a cell before it was handed over, by the key of its column.</summary>
    public IReadOnlyDictionary<string, RepairKind> Mended { get; init; } = new Dictionary<string, RepairKind>();

    /// <summary>Whether a day that is only a number is counted from 1904.</summary>
    public bool Since1904 { get; init; }
}

/// <summary>Đọc một dòng: hands out the cells of a row as values and notes what is wrong with them and what was mended.</summary>
internal sealed class PastCells(PastRow row, LocalDate today)
{
    /// <summary>Whoever writes a year with two digits means none further away.</summary>
    private const int FurthestYears = 50;

    private const char Broken = '\uFFFD';
    private static readonly LocalDate Oldest = new(1945, 1, 1);
    private readonly List<Refusal> _refusals = [];
    private readonly List<CellRepair> _repairs = [];

    public IReadOnlyList<Refusal> Refusals => _refusals;

    public IReadOnlyList<CellRepair> Repairs => _repairs;

    public void Refuse(Refusal refusal) => _refusals.Add(refusal);

    /// <summary>The cleaned text; refuses PastCellTooLong, and PastCellBroken for a letter that a damaged file has lost.</summary>
    public string Text(PastColumn column, int longest)
    {
        var cell = row.Cells.GetValueOrDefault(column.Key, "");
        var text = column == PastColumns.Note ? VietnameseText.Clean(cell) : CellRepair.Clean(cell);
        var typed = row.Typed.GetValueOrDefault(column.Key, cell);
        if (text != typed && text.Length > 0)
            _repairs.AddRange(
                row.Mended.TryGetValue(column.Key, out var kind)
                    ? [new CellRepair(column.Name, kind, typed, text)]
                    : CellRepair.Between(column.Name, typed, text)
            );
        if (text.Contains(Broken))
            Refuse(new Refusal(nameof(RefusalCode.PastCellBroken), column.Key, column.Name, text));
        if (text.Length > longest)
            Refuse(new Refusal(nameof(RefusalCode.PastCellTooLong), column.Key, column.Name, longest));
        return text;
    }

    /// <summary>Refuses PastCellMissing.</summary>
    public string Needed(PastColumn column, int longest)
    {
        var text = Text(column, longest);
        if (text.Length == 0)
            Refuse(new Refusal(nameof(RefusalCode.PastCellMissing), column.Key, column.Name));
        return text;
    }

    /// <summary>A day, which need not be written; refuses what is none, and PastDayTooEarly.</summary>
    public LocalDate? Day(PastColumn column) => Text(column, 50) is { Length: > 0 } text ? DayOf(column, text, today.PlusYears(FurthestYears)) : null;

    /// <summary>
    /// The last day, as a day or as a term that is counted from another (05 năm); none when there is no end (Không thời hạn). Refuses what a day refuses.
    /// </summary>
    public LocalDate? End(PastColumn column, LocalDate? from)
    {
        if (Text(column, 50) is not { Length: > 0 } text)
            return null;
        if (PastTerm.IsEndless(text))
        {
            _repairs.Add(new CellRepair(column.Name, RepairKind.Term, text, "-"));
            return null;
        }

        if (PastTerm.Read(text) is not { } term)
            return DayOf(column, text, today.PlusYears(FurthestYears));
        var end = from?.Plus(term);
        if (end is { } day)
            _repairs.Add(new CellRepair(column.Name, RepairKind.Term, text, PastDay.Written(day)));
        return end;
    }

    /// <summary>A day that must have been by now; refuses PastDayInFuture.</summary>
    public LocalDate? DayThatWas(PastColumn column, bool isNeeded)
    {
        if (isNeeded && row.Cells.GetValueOrDefault(column.Key, "").Length == 0)
            Refuse(new Refusal(nameof(RefusalCode.PastCellMissing), column.Key, column.Name));
        var day = Text(column, 50) is { Length: > 0 } text ? DayOf(column, text, today) : null;
        if (day > today)
            Refuse(new Refusal(nameof(RefusalCode.PastDayInFuture), column.Key, column.Name, day.Value));
        return day;
    }

    /// <summary>A number that a spreadsheet has made a day is none any more: refuses PastNumberIsDay.</summary>
    public void RefuseDay(PastColumn column, string number)
    {
        if (PastDay.IsOneOfASpreadsheet(number))
            Refuse(new Refusal(nameof(RefusalCode.PastNumberIsDay), column.Key, column.Name, number));
    }

    private LocalDate? DayOf(PastColumn column, string text, LocalDate latest)
    {
        var (day, refusal) = PastDay.Read(column, text, Oldest, latest, row.Since1904);
        if (refusal is not null)
            Refuse(refusal);
        if (day < Oldest)
            Refuse(new Refusal(nameof(RefusalCode.PastDayTooEarly), column.Key, column.Name, day.Value));
        if (day is { } read && PastDay.HasShortYear(text))
            _repairs.Add(new CellRepair(column.Name, RepairKind.ShortYear, text, PastDay.Written(read)));
        return day;
    }

    /// <summary>Two days that cannot be in this order.</summary>
    public void Ordered(LocalDate? first, LocalDate? second, string code, PastColumn column)
    {
        if (second < first)
            Refuse(new Refusal(code, column.Key, second.Value, first.Value));
    }

    /// <summary>
    /// Whose it is: a firm by its tax code or by its name, a person by their number, or a name alone. Refuses what PartyNumber refuses, and PastEmailWrong.
    /// </summary>
    public Applicant Party()
    {
        var name = Needed(PastColumns.Holder, 500);
        var number = PartyNumber.Read(
            Text(PastColumns.TaxCode, 50),
            Text(PastColumns.IdentityNumber, 50),
            Text(PastColumns.EitherNumber, 50),
            Text(PastColumns.Passport, 50),
            Text(PastColumns.ForeignRegistration, 50)
        );
        if (number.Refusal is { } refusal)
            Refuse(refusal);
        if (number.Repair is { } repair)
            _repairs.Add(repair);
        var phone = Phone();
        var email = Text(PastColumns.Email, 200);
        if (email.Length > 0 && !IdentityRules.IsEmail(email))
            Refuse(new Refusal(nameof(RefusalCode.PastEmailWrong), PastColumns.Email.Key, email));
        return new Applicant(
            number.Number.Length == 0 && OrganisationName.IsOne(name) ? ApplicantKind.Organisation : number.Kind,
            name,
            number.Number,
            Text(PastColumns.Address, 500),
            phone.Length > 0 ? phone : null,
            email.Length > 0 ? email : null
        );
    }

    private string Phone()
    {
        var text = Text(PastColumns.Phone, 100);
        if (TypedPhone.WithLostZero(text) is not { } whole)
            return text;
        _repairs.Add(new CellRepair(PastColumns.Phone.Name, RepairKind.LeadingZero, text, whole));
        return whole;
    }

    /// <summary>The procedure that is meant. Refuses PastCellMissing, PastProcedureUnknown, PastProcedureAmbiguous.</summary>
    public Procedure? ProcedureIn(ProcedureNames names, PastColumn column)
    {
        if (Needed(column, 1000) is not { Length: > 0 } text)
            return null;
        var meant = names.Meant(text);
        if (meant.Count == 0)
            Refuse(new Refusal(nameof(RefusalCode.PastProcedureUnknown), column.Key, text));
        if (meant.Count > 1)
            Refuse(
                new Refusal(nameof(RefusalCode.PastProcedureAmbiguous), column.Key, text, string.Join("; ", meant.Select(procedure => procedure.CatalogueId)))
            );
        return meant is [var one] ? one : null;
    }
}
