using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Procedures;
using NodaTime;

namespace HaiDuong.Licensing.Domain.PastRecords;

/// <summary>Một dòng của tệp: its line, its cells by the key of their column, and as they were typed where cleaning changed them.</summary>
public sealed record PastRow(int Line, IReadOnlyDictionary<string, string> Cells, IReadOnlyDictionary<string, string> Typed);

/// <summary>Đọc một dòng: hands out the cells of a row as values and notes what is wrong with them and what was mended.</summary>
internal sealed class PastCells(PastRow row, LocalDate today)
{
    private const int Oldest = 1945;
    private readonly List<Refusal> _refusals = [];
    private readonly List<CellRepair> _repairs = [];

    public IReadOnlyList<Refusal> Refusals => _refusals;

    public IReadOnlyList<CellRepair> Repairs => _repairs;

    public void Refuse(Refusal refusal) => _refusals.Add(refusal);

    /// <summary>The cleaned text; refuses PastCellTooLong.</summary>
    public string Text(PastColumn column, int longest)
    {
        var cell = row.Cells.GetValueOrDefault(column.Key, "");
        var text = CellRepair.Clean(cell);
        var typed = row.Typed.GetValueOrDefault(column.Key, cell);
        if (text != typed && text.Length > 0)
            _repairs.AddRange(CellRepair.Between(column.Name, typed, text));
        if (text.Length > longest)
            Refuse(new Refusal("PastCellTooLong", column.Key, column.Name, longest));
        return text;
    }

    /// <summary>Refuses PastCellMissing.</summary>
    public string Needed(PastColumn column, int longest)
    {
        var text = Text(column, longest);
        if (text.Length == 0)
            Refuse(new Refusal("PastCellMissing", column.Key, column.Name));
        return text;
    }

    /// <summary>A day, which need not be written; refuses what is none, and PastDayTooEarly.</summary>
    public LocalDate? Day(PastColumn column)
    {
        if (Text(column, 50) is not { Length: > 0 } text)
            return null;
        var (day, refusal) = PastDay.Read(column, text);
        if (refusal is not null)
            Refuse(refusal);
        if (day is { Year: < Oldest })
            Refuse(new Refusal("PastDayTooEarly", column.Key, column.Name, day.Value));
        return day;
    }

    /// <summary>A day that must have been by now; refuses PastDayInFuture.</summary>
    public LocalDate? DayThatWas(PastColumn column, bool isNeeded)
    {
        if (isNeeded && row.Cells.GetValueOrDefault(column.Key, "").Length == 0)
            Refuse(new Refusal("PastCellMissing", column.Key, column.Name));
        var day = Day(column);
        if (day > today)
            Refuse(new Refusal("PastDayInFuture", column.Key, column.Name, day.Value));
        return day;
    }

    /// <summary>Two days that cannot be in this order.</summary>
    public void Ordered(LocalDate? first, LocalDate? second, string code, PastColumn column)
    {
        if (second < first)
            Refuse(new Refusal(code, column.Key, second.Value, first.Value));
    }

    /// <summary>Whose it is: a firm by its tax code, a person by their number, or a name alone. Refuses what PartyNumber refuses, and PastEmailWrong.</summary>
    public Applicant Party()
    {
        var name = Needed(PastColumns.Holder, 500);
        var number = PartyNumber.Read(Text(PastColumns.TaxCode, 50), Text(PastColumns.IdentityNumber, 50), Text(PastColumns.EitherNumber, 50));
        if (number.Refusal is { } refusal)
            Refuse(refusal);
        if (number.Repair is { } repair)
            _repairs.Add(repair);
        var phone = Text(PastColumns.Phone, 100);
        var email = Text(PastColumns.Email, 200);
        if (email.Length > 0 && !IdentityRules.IsEmail(email))
            Refuse(new Refusal("PastEmailWrong", PastColumns.Email.Key, email));
        return new Applicant(number.Kind, name, number.Number, Text(PastColumns.Address, 500), phone.Length > 0 ? phone : null, email.Length > 0 ? email : null);
    }

    /// <summary>The procedure that is meant. Refuses PastCellMissing, PastProcedureUnknown, PastProcedureAmbiguous.</summary>
    public Procedure? ProcedureIn(ProcedureNames names, PastColumn column)
    {
        if (Needed(column, 1000) is not { Length: > 0 } text)
            return null;
        var meant = names.Meant(text);
        if (meant.Count == 0)
            Refuse(new Refusal("PastProcedureUnknown", column.Key, text));
        if (meant.Count > 1)
            Refuse(new Refusal("PastProcedureAmbiguous", column.Key, text, string.Join("; ", meant.Select(procedure => procedure.CatalogueId))));
        return meant is [var one] ? one : null;
    }
}
