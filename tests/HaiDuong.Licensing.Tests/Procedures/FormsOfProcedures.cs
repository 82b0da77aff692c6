using HaiDuong.Licensing.Domain.Fields;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.OneStop.Workflows;
using NodaTime;

namespace HaiDuong.Licensing.Tests.Procedures;

/// <summary>The shipped procedures and a form of each that is filled in rightly.</summary>
internal static class FormsOfProcedures
{
    public static readonly LocalDateTime Now = new(2026, 4, 13, 9, 0);

    private static readonly ProcedureCatalogue Catalogue = ProcedureCatalogue.Load(WorkflowsFolder.Find(AppContext.BaseDirectory));

    public static IReadOnlyList<Procedure> All => Catalogue.All(Now.Date);

    public static Procedure Procedure(string slug) => Catalogue.InForce(slug, Now.Date)!;

    public static Procedure PermitOf2020 => Catalogue.Version("publishing-permit", new LocalDate(2020, 4, 1));

    public static FormData Filled(Form form)
    {
        var values = form.Fields.ToDictionary(field => field.Key, Sample);
        var rows = form.Tables.Select(table =>
            KeyValuePair.Create(table.Key, (IReadOnlyList<IReadOnlyDictionary<string, string>>)[table.Fields.ToDictionary(field => field.Key, Sample)])
        );
        return FormRules.Visible(
            form,
            new FormData(values, rows)
                .With("closesAt", form.Find("closesAt") is null ? "" : "21:00")
                .With("endsAt", form.Find("endsAt") is null ? "" : "2026-04-15T11:00")
        );
    }

    public static string Sample(FormField field) =>
        field.Type switch
        {
            FieldType.Text when field.Pattern is not null => "14,5 x 20,5",
            FieldType.Text or FieldType.Multiline => "Tài liệu tuyên truyền",
            FieldType.Year => "2022",
            FieldType.Integer or FieldType.Money => FieldText(field.Min ?? 1),
            FieldType.Decimal or FieldType.Latitude or FieldType.Longitude => FieldText((field.Min ?? 0) + 0.1m),
            FieldType.Date => field.Moment == FieldMoment.Future ? (field.Key == "onAirDate" ? "2026-12-02" : "2026-06-01") : "2020-01-15",
            FieldType.Time => "08:00",
            FieldType.DateTime => field.Moment == FieldMoment.Past ? "2026-04-10T09:00" : "2026-04-15T09:00",
            FieldType.Choice or FieldType.MultiChoice => field.Options[0].Value,
            FieldType.YesNo => "true",
            FieldType.IdentityNumber or FieldType.PersonNumber => "030085001234",
            FieldType.TaxCode => "0100109106",
            FieldType.Phone => "02203852345",
            _ => "vanphong@example.vn",
        };

    private static string FieldText(decimal number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
