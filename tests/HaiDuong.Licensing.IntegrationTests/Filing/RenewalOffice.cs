using HaiDuong.Licensing.Demo;
using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Licences;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.Domain.Typed;
using HaiDuong.Licensing.IntegrationTests.Desks;
using HaiDuong.Licensing.IntegrationTests.Support;
using HaiDuong.Licensing.OneStop.Storage;
using HaiDuong.Licensing.OneStop.Ui.Fields;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace HaiDuong.Licensing.IntegrationTests.Filing;

/// <summary>Certificates of game points in the register, and people who ask for something about them on the Monday morning of the office.</summary>
internal static class RenewalOffice
{
    public const string Extension = "game-point-extension";
    public const string Number = "14/GCN-TCCC";

    public static readonly LocalDate Today = DeskHost.Morning.Date;
    public static readonly LocalDate IssuedOn = Today.PlusYears(-2);
    public static readonly Domain.Dossiers.Applicant Holder = new(
        ApplicantKind.Individual,
        "Nguyễn Thị Mai Phương",
        "030185001234",
        "Số 12 phố Bình Minh, thị trấn Gia Lộc",
        "0912345678",
        "mai.phuong@example.vn"
    );

    public static readonly Domain.Dossiers.Applicant Stranger = Holder with { Name = "Trần Văn Khách", IdentityNumber = "030190004321" };

    /// <summary>A licence of the holder that ends on a day; then what was done to it.</summary>
    public static async Task<Licence> KeepAsync(
        this DeskHost office,
        LocalDate? validTo,
        Action<Licence>? then = null,
        string kind = "game-point-certificate",
        string number = Number,
        Domain.Dossiers.Applicant? holder = null
    )
    {
        var licence = Licence.Enter(
            kind,
            "hp-digital",
            new LicencePaper(number, IssuedOn, holder ?? Holder, "Điểm trò chơi Sao Mai", "Số 12 phố Bình Minh", IssuedOn, validTo),
            null,
            null,
            Entry(IssuedOn)
        );
        then?.Invoke(licence);
        await office.AtDeskAsync(async desk =>
        {
            var db = desk.GetRequiredService<OfficeDbContext>();
            db.Licences.Add(licence);
            return await db.SaveChangesAsync();
        });
        return licence;
    }

    public static Task ChangeAsync(this DeskHost office, Guid id, Action<Licence> change) =>
        office.AtDeskAsync(async desk =>
        {
            var db = desk.GetRequiredService<OfficeDbContext>();
            var licence = await db.Licences.Include(one => one.Events).SingleAsync(one => one.Id == id);
            change(licence);
            return await db.SaveChangesAsync();
        });

    public static void Renew(this Licence licence, LocalDate on, LocalDate validTo, LicenceRule rule) =>
        licence.Change(rule, new LicencePaper("20/GCN-TCCC", on, licence.Holder, licence.Subject, licence.Place, on, validTo), Entry(on));

    public static void Revoke(this Licence licence) =>
        licence.Revoke("88/QĐ", "Nghị định 147/2024/NĐ-CP", "Không còn đủ điều kiện", Today.PlusDays(-1), Entry(Today));

    public static LicenceRule Rule(this DeskHost office, string slug) => office.Procedure(slug).Licence!;

    public static Procedure Procedure(this DeskHost office, string slug) => office.Services.GetRequiredService<ProcedureCatalogue>().InForce(slug, Today)!;

    public static PageVisitor Visitor(this DeskHost office) => new(office.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false }));

    public static async Task<PageVisitor> LogInAsync(this DeskHost office, string name)
    {
        var visitor = office.Visitor();
        await visitor.OpenAsync("/dang-nhap");
        await visitor.SendAsync("/dang-nhap", ("Name", name), ("Password", DeskHost.Password));
        return visitor;
    }

    /// <summary>What a person types: a right form of the procedure about one licence, with some answers instead.</summary>
    public static IReadOnlyList<(string Name, string Value)> Typed(
        this DeskHost office,
        string slug,
        Domain.Dossiers.Applicant applicant,
        string number,
        LocalDate issuedOn,
        LocalDate? expiry,
        params IReadOnlyList<(string Name, string Value)> instead
    )
    {
        var procedure = office.Procedure(slug);
        var form = SampleForms.Fill(procedure.Form, applicant, DeskHost.Morning, 1);
        IEnumerable<(string, string)> answers =
        [
            ("applicant.kind", applicant.Kind.ToString()),
            ("applicant.name", applicant.Name),
            ("applicant.identityNumber", applicant.IdentityNumber),
            ("applicant.address", applicant.Address),
            ("applicant.phone", applicant.Phone ?? ""),
            ("submitter.other", "false"),
            ("returnBy", nameof(ReturnBy.Counter)),
            .. procedure
                .Form.Fields.Where(field => form[field.Key] is not null)
                .SelectMany(field => GeneratedForm.Typed(field, form[field.Key]).Select(text => (field.Key, text))),
            .. procedure.Form.Tables.SelectMany(table =>
                form.RowsOf(table.Key).SelectMany((row, at) => row.Select(answer => ($"{table.Key}[{at}].{answer.Key}", answer.Value)))
            ),
        ];
        IReadOnlyList<(string Name, string Value)> about =
        [
            .. instead,
            (procedure.Licence!.NumberField, number),
            (procedure.Licence.DateField, VietnameseDate.Print(issuedOn)),
            .. expiry is { } end && procedure.Form.Find(procedure.Licence.ExpiryField) is not null
                ? [(procedure.Licence.ExpiryField, VietnameseDate.Print(end))]
                : Array.Empty<(string, string)>(),
        ];
        return [.. answers.Where(usual => about.All(other => other.Name != usual.Item1)), .. about.Where(answer => answer.Value.Length > 0)];
    }

    public static async Task<Dossier?> NewestAsync(this DeskHost office, string slug) =>
        await office.AtDeskAsync(desk =>
            desk.GetRequiredService<OfficeDbContext>()
                .Dossiers.AsNoTracking()
                .Where(dossier => dossier.ProcedureSlug == slug)
                .OrderByDescending(dossier => dossier.Id)
                .FirstOrDefaultAsync()
        );

    private static LicenceEntry Entry(LocalDate day) => new(Actor.System, OfficeClock.ToInstant(day.At(new LocalTime(9, 0))), day);
}
