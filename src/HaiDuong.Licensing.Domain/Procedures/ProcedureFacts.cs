namespace HaiDuong.Licensing.Domain.Procedures;

/// <summary>Collects the legal facts of a procedure (danh sách dữ kiện cần pháp chế xác nhận).</summary>
internal static class ProcedureFacts
{
    public static IReadOnlyList<Fact> Of(Procedure procedure) =>
        [.. All(procedure).Where(entry => entry.Fact is not null).Select(entry => entry.Fact!.FactAt(entry.Path))];

    private static IEnumerable<(string Path, Sourced? Fact)> All(Procedure procedure) =>
        [
            ("inForce", procedure.InForce),
            ("codeStatus", procedure.CodeStatus),
            ("eligible", procedure.Eligible),
            .. procedure.Questions.Select(item => ($"questions.{item.Key}", (Sourced?)item)),
            .. procedure.LegalBasis.Select((item, index) => ($"legalBasis[{index}]", (Sourced?)item)),
            .. procedure.Papers.Select(item => ($"papers.{item.Key}", (Sourced?)item)),
            ("form", procedure.Form),
            .. procedure.Terms.Select((item, index) => ($"terms[{index}]", (Sourced?)item)),
            ("firstCheck", procedure.FirstCheck),
            ("noticeBefore", procedure.NoticeBefore),
            .. procedure.FeeLines.SelectMany(line => line.Rates.Select((rate, index) => ($"feeLines.{line.Key}.rates[{index}]", (Sourced?)rate))),
            .. procedure.Checks.Select(item => ($"checks.{item.Key}", (Sourced?)item)),
            .. procedure.RefusalGrounds.Select(item => ($"refusalGrounds.{item.Key}", (Sourced?)item)),
            .. procedure.ConsultedAgencies.Select(item => ($"consultedAgencies.{item.Key}", (Sourced?)item)),
            ("inspectionForm", procedure.InspectionForm),
            ("result", procedure.Result),
            ("result.validity", procedure.Result.Validity),
            ("licence", procedure.Licence),
            ("onlineLevel", procedure.OnlineLevel),
            ("succession", procedure.Succession),
        ];
}
