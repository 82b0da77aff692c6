using HaiDuong.Licensing.Demo;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Fields;
using HaiDuong.Licensing.Domain.Procedures;
using HaiDuong.Licensing.IntegrationTests.Support;
using HaiDuong.Licensing.OneStop.Features.Supplements;
using HaiDuong.Licensing.OneStop.Workflows;
using HaiDuong.Licensing.Tests.Procedures;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;

namespace HaiDuong.Licensing.IntegrationTests.Applicant;

/// <summary>
/// Every answer on which other questions depend, of every procedure, is given each way over HTTP by somebody without JavaScript: in the form,
/// where all questions are shown, and in a supplement that asks for that answer alone.
/// </summary>
public sealed class ConditionalAnswerTests
{
    private static readonly ProcedureCatalogue Catalogue = ProcedureCatalogue.Load(WorkflowsFolder.Find(AppContext.BaseDirectory));
    private const int LookupsOfOneOffice = 15;
    private OfficeHost office = null!;
    private int lookups;

    public static IEnumerable<TestCaseData> Ways() =>
        from procedure in Catalogue.All(new NodaTime.LocalDate(2026, 3, 2))
        from field in procedure.Form.Fields
        let scope = FormScope.Of(procedure, FormData.Empty, [field.Key])
        where field.Type is FieldType.Choice or FieldType.MultiChoice or FieldType.YesNo && (scope.Fields.Count > 1 || scope.Papers.Count > 0)
        from way in field.Type == FieldType.YesNo ? ["true", "false"] : field.Options.Select(option => option.Value)
        select new TestCaseData(procedure, field.Key, way).SetArgDisplayNames(procedure.Slug, field.Key, way);

    [OneTimeSetUp]
    public async Task StartAsync() => office = await OfficeHost.StartAsync();

    [OneTimeTearDown]
    public async Task StopAsync() => await office.DisposeAsync();

    [TestCaseSource(nameof(Ways))]
    public async Task Form_AnsweredEachWay_IsTaken(Procedure procedure, string key, string way)
    {
        var (applicant, answers) = Answered(procedure, key, way);
        var visitor = office.Visitor();
        var address = $"/nop-ho-so/{procedure.Slug}/to-khai";
        await visitor.OpenAsync(address);

        // Without JavaScript the questions that do not apply are shown too, and may have been answered.
        var hidden = Typed(procedure.Form, SampleForms.Fill(Unconditional(procedure.Form), applicant, Now, 0))
            .Where(all => answers.All(answer => answer.Name != all.Name));
        var saved = await visitor.SendAsync(address, [.. People(applicant), .. answers, .. hidden, ("go", "next")]);

        Assert.That(saved.Location, Does.StartWith($"/nop-ho-so/{procedure.Slug}/giay-to/"), saved.Text);
    }

    [TestCaseSource(nameof(Ways))]
    public async Task Supplement_AnsweredEachWay_IsTaken(Procedure procedure, string key, string way)
    {
        await OpenAnotherOfficeInTimeAsync();
        var dossier = await AskedAsync(procedure, key);
        var (_, answers) = Answered(procedure, key, way);
        var scope = dossier.ScopeOf(dossier.UnansweredSupplement!, procedure);
        var visitor = office.Visitor();
        await visitor.OpenAsync("/tra-cuu");
        await visitor.SendAsync("/tra-cuu", ("code", dossier.Reference), ("number", dossier.Applicant.IdentityNumber));
        var address = $"/theo-doi/{dossier.Reference}/bo-sung";
        var page = await visitor.OpenAsync(address);
        foreach (var (name, _) in answers.Where(answer => scope.Covers(answer.Name)))
            Assert.That(page.Text, Does.Contain($"name=\"{name}\""), "what the answer calls for is on the page");

        var sent = await visitor.SendFilesAsync(
            address,
            [.. answers.Where(answer => scope.Covers(answer.Name)), ("go", "supply")],
            scope
                .Papers.Where(paper => page.Text.Contains($"name=\"papers.{paper}\"", StringComparison.Ordinal))
                .Select(paper => ($"papers.{paper}", "Giấy tờ.pdf", PermitApplication.Pdf))
        );

        Assert.That(sent.Location, Is.EqualTo($"/theo-doi/{dossier.Reference}"), sent.Text);
        Assert.That((await FindAsync(dossier.Id)).Form[key], Is.EqualTo(way));
    }

    // From one address a dossier is looked up so often a minute and no more; another office counts anew.
    private async Task OpenAnotherOfficeInTimeAsync()
    {
        if (++lookups % LookupsOfOneOffice != 0)
            return;
        await office.DisposeAsync();
        office = await OfficeHost.StartAsync();
    }

    private static NodaTime.LocalDateTime Now => OfficeClock.ToLocal(NodaTime.SystemClock.Instance.GetCurrentInstant());

    /// <summary>A sent dossier whose counter clerk asks for one answer alone.</summary>
    private async Task<Dossier> AskedAsync(Procedure procedure, string key)
    {
        var driver = new DossierDriver(office.Services, [TestOffice.Clerk], procedure.Slug, 0);
        var id = Guid.CreateVersion7();
        TestOffice.Sure(await driver.OpenAsync(id, SubmissionChannel.Online));
        SupplementItem item = new(SupplementTarget.Field, key, procedure.Form.Find(key)!.Label, "Chưa đúng");
        var answerBy = office.Services.GetRequiredService<Rulebooks>().Calendar.OnOrAfter(Now.Date.PlusDays(20));
        return TestOffice.Sure(
            await driver.DoAsync<AskSupplement>(act => act.DoAsync(new(id, null, [item], "Đề nghị sửa", answerBy), TestOffice.Clerk, CancellationToken.None))
        );
    }

    private Task<Dossier> FindAsync(Guid id) => office.ReadAsync(db => db.Dossiers.AsNoTracking().SingleAsync(dossier => dossier.Id == id));

    /// <summary>The form with one answer given one way, as it is typed.</summary>
    private static (Domain.Dossiers.Applicant Applicant, IReadOnlyList<(string Name, string Value)> Answers) Answered(
        Procedure procedure,
        string key,
        string way
    )
    {
        var applicant = SampleForms.Applicant(procedure, 0);
        var variant = EveryForm.Variants(procedure.Form).First(form => form.Find(key)!.Samples is [var only] && only == way);
        return (applicant, Typed(variant, SampleForms.Fill(variant, applicant, Now, 0)));
    }

    private static IReadOnlyList<(string Name, string Value)> Typed(Form form, FormData data) =>
        [
            .. data.Values.SelectMany(pair =>
                pair.Value.Split('\n')
                    .Where(_ => form.Find(pair.Key)?.Type == FieldType.MultiChoice)
                    .DefaultIfEmpty(pair.Value)
                    .Select(value => (pair.Key, value))
            ),
            .. data.Rows.SelectMany(table => table.Value.SelectMany((row, index) => row.Select(cell => ($"{table.Key}[{index}].{cell.Key}", cell.Value)))),
        ];

    private static Form Unconditional(Form form) =>
        form with
        {
            Sections =
            [
                .. form.Sections.Select(section =>
                    section with
                    {
                        ShownWhen = null,
                        Fields = [.. section.Fields.Select(field => field with { ShownWhen = null })],
                        Rows = section.Rows is { } table ? table with { Fields = [.. table.Fields.Select(field => field with { ShownWhen = null })] } : null,
                    }
                ),
            ],
        };

    private static IEnumerable<(string Name, string Value)> People(Domain.Dossiers.Applicant applicant) =>
        [
            ("applicant.kind", applicant.Kind.ToString()),
            ("applicant.name", applicant.Name),
            ("applicant.identityNumber", applicant.IdentityNumber),
            ("applicant.address", applicant.Address),
            ("applicant.phone", applicant.Phone ?? ""),
            ("applicant.email", applicant.Email ?? ""),
            ("submitter.other", "false"),
            ("returnBy", "Online"),
        ];
}
