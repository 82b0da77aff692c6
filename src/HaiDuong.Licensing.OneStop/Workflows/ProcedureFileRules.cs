using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Fields;
using HaiDuong.Licensing.Domain.Procedures;
using NodaTime;
using NodaTime.Text;

namespace HaiDuong.Licensing.OneStop.Workflows;

/// <summary>What must hold inside one procedure file beyond its shape: keys are unique and every reference leads somewhere.</summary>
internal static class ProcedureFileRules
{
    public static IEnumerable<(string At, string Code, object[] Args)> Check(Procedure procedure) =>
        [
            .. FormFileRules.Check(procedure.Form, "form"),
            .. procedure.InspectionForm is { } inspection ? FormFileRules.Check(inspection, "inspectionForm") : [],
            .. Keys(procedure.Papers.Select(paper => paper.Key), "papers"),
            .. Keys(procedure.Questions.Select(question => question.Key), "questions"),
            .. Keys(procedure.Checks.Select(check => check.Key), "checks"),
            .. Keys(procedure.RefusalGrounds.Select(ground => ground.Key), "refusalGrounds"),
            .. Keys(procedure.ConsultedAgencies.Select(agency => agency.Key), "consultedAgencies"),
            .. Keys(procedure.FeeLines.Select(line => line.Key), "feeLines"),
            .. Filled(("legalBasis", procedure.LegalBasis.Count), ("eligible.kinds", procedure.Eligible.Kinds.Count)),
            .. Numbers(procedure),
            .. procedure.Papers.SelectMany((paper, index) => FormFileRules.Condition(procedure.Form, paper.When, $"papers[{index}].when")),
            .. procedure.FeeLines.SelectMany((line, index) => Fee(procedure, line, $"feeLines[{index}]")),
            .. procedure.Checks.SelectMany((check, index) => Rule(procedure, check, $"checks[{index}]")),
            .. Result(procedure),
            .. procedure.Places is { } places ? PlaceFields(procedure, places) : [],
            .. Times(procedure),
            .. Named(procedure),
            .. LicenceFileRules.Check(procedure),
            .. procedure.Facts.SelectMany(fact => Sources(procedure, fact)),
        ];

    internal static IEnumerable<(string At, string Code, object[] Args)> Repeated(IEnumerable<string> keys, string at) =>
        keys.GroupBy(key => key).Where(same => same.Count() > 1).Select(same => (at, "KeyRepeated", new object[] { same.Key }));

    private static IEnumerable<(string At, string Code, object[] Args)> Keys(IEnumerable<string> keys, string list)
    {
        var all = keys.ToList();
        return
        [
            .. Repeated(all, list),
            .. all.Select((key, index) => (Key: key, At: $"{list}[{index}].key"))
                .Where(item => !FormFileRules.IsKey(item.Key))
                .Select(item => (item.At, "KeyMalformed", new object[] { item.Key })),
        ];
    }

    /// <summary>What must not be an empty list.</summary>
    internal static IEnumerable<(string At, string Code, object[] Args)> Filled(params (string At, int Count)[] lists) =>
        lists.Where(list => list.Count == 0).Select(list => (list.At, "ListEmpty", Array.Empty<object>()));

    private static IEnumerable<(string At, string Code, object[] Args)> Numbers(Procedure procedure) =>
        procedure
            .Papers.SelectMany((paper, index) => new[] { ($"papers[{index}].originals", paper.Originals, 0), ($"papers[{index}].copies", paper.Copies, 0) })
            .Concat([
                ("sets", procedure.Sets, 1),
                ("noticeBefore.amount", procedure.NoticeBefore?.Amount ?? 1, 1),
                ("firstCheck.amount", procedure.FirstCheck?.Amount ?? 1, 1),
                ("result.validity.months", procedure.Result.Validity?.Months ?? 1, 1),
            ])
            .Where(number => number.Item2 < number.Item3)
            .Select(number => (number.Item1, "NumberTooSmall", new object[] { number.Item1, number.Item3 }));

    /// <summary>The first day, while the procedure is in force, on which a fee that was known before has no rate any more.</summary>
    private static LocalDate? FeeGap(Procedure procedure, FeeLine line)
    {
        foreach (var day in line.Rates.Select(rate => rate.To?.PlusDays(1)).OfType<LocalDate>().Order())
        {
            if (day > procedure.InForceFrom && (procedure.InForceTo is null || day <= procedure.InForceTo) && line.RateOn(day) is null)
                return day;
        }

        return null;
    }

    private static IEnumerable<(string At, string Code, object[] Args)> Fee(Procedure procedure, FeeLine line, string at)
    {
        foreach (var problem in FormFileRules.Condition(procedure.Form, line.When, $"{at}.when"))
            yield return problem;
        if (line.CountedBy is { } key && procedure.Form.Find(key) is not { Type: FieldType.Integer, Max: not null })
            yield return ($"{at}.countedBy", "CountUnbounded", [key]);
        if (line.RateOn(procedure.InForceFrom) is null)
            yield return ($"{at}.rates", "NoRate", [line.Label]);
        if (FeeGap(procedure, line) is { } gap)
            yield return ($"{at}.rates", "FeeGap", [line.Label, LocalDatePattern.Iso.Format(gap)]);
        for (var index = 0; index < line.Rates.Count; index++)
        {
            if (line.Rates[index].Amount < 0)
                yield return ($"{at}.rates[{index}].amount", "AmountNegative", [line.Rates[index].Amount]);
            if (line.Rates[index].To < line.Rates[index].From)
                yield return ($"{at}.rates[{index}].to", "DatesReversed", []);
        }
    }

    private static IEnumerable<(string At, string Code, object[] Args)> Rule(Procedure procedure, CheckItem check, string at)
    {
        var form = check.Subject switch
        {
            CheckSubject.Form => procedure.Form,
            CheckSubject.Inspection => procedure.InspectionForm,
            _ => null,
        };
        if (check.Subject == CheckSubject.Inspection && form is null)
            return [($"{at}.subject", "NoInspection", [])];
        if (form is null || check.Rule is null)
            return (check.Rule is null) == (form is null || check.Subject == CheckSubject.Inspection) ? [] : [(at, "RuleWithoutSubject", [check.Key])];

        return FormFileRules.Rule(form, check.Rule, $"{at}.rule");
    }

    private static IEnumerable<(string At, string Code, object[] Args)> Result(Procedure procedure)
    {
        var fields = procedure.Result.Fields;
        foreach (var problem in Repeated(fields.Select(field => field.Key), "result.fields"))
            yield return problem;
        for (var index = 0; index < fields.Count; index++)
        {
            foreach (var problem in FormFileRules.Field(fields[index], $"result.fields[{index}]"))
                yield return problem;
            if (fields[index].CopiedFrom is { } key && procedure.Form.Find(key) is null && procedure.Form.Tables.All(table => table.Key != key))
                yield return ($"result.fields[{index}].copiedFrom", "FieldNotFound", [key]);
        }
    }

    private static IEnumerable<(string At, string Code, object[] Args)> PlaceFields(Procedure procedure, PlaceRule places)
    {
        if (places.Rows is { } key && procedure.Form.Tables.All(table => table.Key != key))
            return [("places.rows", "FieldNotFound", [key])];
        if (places.Address.Count == 0)
            return [("places.address", "LimitsWrong", ["address"])];
        var known = places.FieldsOf(procedure.Form).Select(field => field.Key).ToHashSet(StringComparer.Ordinal);
        string?[] named = [places.Code, places.Name, .. places.Address, places.Latitude, places.Longitude, places.Vn2000, .. places.Details];
        return named
            .OfType<string>()
            .Where(field => !known.Contains(field))
            .Concat(places.ExcludedBy is { } excluded && procedure.Result.Fields.All(field => field.Key != excluded) ? [excluded] : [])
            .Select(field => ("places", "FieldNotFound", new object[] { field }));
    }

    /// <summary>What names a paper or a field of the form by key, outside of conditions.</summary>
    private static IEnumerable<(string At, string Code, object[] Args)> Named(Procedure procedure)
    {
        if (procedure.DenouncedField is { } denounced && procedure.Form.Find(denounced) is null)
            yield return ("denouncedField", "FieldNotFound", [denounced]);
        for (var index = 0; index < procedure.ConsultedAgencies.Count; index++)
        {
            var agency = procedure.ConsultedAgencies[index];
            foreach (var paper in (agency.Papers ?? []).Where(key => procedure.Papers.All(one => one.Key != key)))
                yield return ($"consultedAgencies[{index}].papers", "PaperNotFound", [paper]);
            foreach (var field in (agency.Fields ?? []).Where(key => procedure.Form.Find(key) is null && procedure.Form.Tables.All(table => table.Key != key)))
                yield return ($"consultedAgencies[{index}].fields", "FieldNotFound", [field]);
        }
    }

    private static IEnumerable<(string At, string Code, object[] Args)> Times(Procedure procedure)
    {
        if (procedure.InForceTo < procedure.InForceFrom)
            yield return ("inForceTo", "DatesReversed", []);
        if (
            procedure.Terms.All(term => term.Channels.Count > 0)
            && Enum.GetValues<SubmissionChannel>().Any(channel => procedure.Terms.All(term => !term.Channels.Contains(channel)))
        )
            yield return ("terms", "TermNotForAll", []);
        for (var index = 0; index < procedure.Terms.Count; index++)
        {
            if (!procedure.Terms[index].IsCountable)
                yield return ($"terms[{index}]", "TermAmountWrong", []);
        }

        if (procedure.NoticeBefore is { } notice && procedure.Form.Find(notice.EventField)?.Type != FieldType.DateTime)
            yield return ("noticeBefore.eventField", "EventNotMoment", [notice.EventField]);
    }

    private static IEnumerable<(string At, string Code, object[] Args)> Sources(Procedure procedure, Fact fact) =>
        fact
            .Source.Split(',', StringSplitOptions.TrimEntries)
            .Where(key => !procedure.Sources.ContainsKey(key))
            .Select(key => (Listed(procedure, fact.Path), "SourceUnknown", new object[] { key }));

    // Facts name list items by key, the file by index.
    private static string Listed(Procedure procedure, string path)
    {
        var parts = path.Split('.');
        var index =
            parts.Length < 2
                ? -1
                : parts[0] switch
                {
                    "questions" => procedure.Questions.ToList().FindIndex(item => item.Key == parts[1]),
                    "papers" => procedure.Papers.ToList().FindIndex(item => item.Key == parts[1]),
                    "feeLines" => procedure.FeeLines.ToList().FindIndex(item => item.Key == parts[1]),
                    "checks" => procedure.Checks.ToList().FindIndex(item => item.Key == parts[1]),
                    "refusalGrounds" => procedure.RefusalGrounds.ToList().FindIndex(item => item.Key == parts[1]),
                    "consultedAgencies" => procedure.ConsultedAgencies.ToList().FindIndex(item => item.Key == parts[1]),
                    _ => -1,
                };
        return index < 0 ? $"{path}.source" : string.Join('.', [$"{parts[0]}[{index}]", .. parts[2..], "source"]);
    }
}
