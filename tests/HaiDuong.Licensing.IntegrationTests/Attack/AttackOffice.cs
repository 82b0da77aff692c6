using HaiDuong.Licensing.Demo;
using HaiDuong.Licensing.Domain.Decisions;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.IntegrationTests.Desks;
using HaiDuong.Licensing.IntegrationTests.Support;
using HaiDuong.Licensing.OneStop.Access.Passwords;
using HaiDuong.Licensing.OneStop.Acts;
using HaiDuong.Licensing.OneStop.Features.Registry;
using HaiDuong.Licensing.OneStop.Features.Signing;
using HaiDuong.Licensing.OneStop.Features.Submission;
using HaiDuong.Licensing.OneStop.Features.Withdrawal;
using HaiDuong.Licensing.OneStop.Filing;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.Extensions.DependencyInjection;

namespace HaiDuong.Licensing.IntegrationTests.Attack;

/// <summary>An office with every kind of person and a dossier in every state, for an attacker to walk through.</summary>
internal sealed class AttackOffice : IAsyncDisposable
{
    public const string Permit = "publishing-permit";
    public const string Denunciation = "denunciation-settlement";

    /// <summary>The account of each person of the tables; a visitor has none.</summary>
    public static readonly IReadOnlyDictionary<string, string?> People = new Dictionary<string, string?>
    {
        ["visitor"] = null,
        ["applicant"] = "nguoi-nop",
        ["stranger"] = "nguoi-la",
        ["clerk"] = "mot-cua",
        ["clerk-2"] = "mot-cua-2",
        ["specialist"] = "chuyen-vien",
        ["specialist-2"] = "chuyen-vien-2",
        ["specialist-other"] = "chuyen-vien-so",
        ["head"] = "truong-phong",
        ["head-other"] = "phong-khac",
        ["leader"] = "giam-doc",
        ["leader-other"] = "giam-doc-so-khac",
        ["registry"] = "van-thu",
        ["registry-other"] = "van-thu-khac",
        ["accountant"] = "ke-toan",
        ["accountant-other"] = "ke-toan-khac",
        ["agency"] = "tuyen-giao",
        ["agency-other"] = "cong-an",
        ["inspector"] = "thanh-tra",
        ["centre"] = "trung-tam",
        ["administrator"] = "quan-tri",
        ["denounced"] = "bi-to-cao",
    };

    private static readonly Dictionary<string, string[]> Ways = new()
    {
        ["draft"] = [],
        ["submitted"] = ["submit"],
        ["refused"] = ["submit", "refuse"],
        ["accepted"] = ["submit", "accept"],
        ["assigned"] = ["submit", "accept", "assign"],
        ["asked"] = ["submit", "accept", "assign", "opinion"],
        ["supplement"] = ["submit", "accept", "assign", "supplement"],
        ["expired"] = ["submit", "accept", "assign", "supplement", "expire"],
        ["fee"] = ["submit", "accept", "assign", "appraise"],
        ["paid"] = ["submit", "accept", "assign", "appraise", "pay"],
        ["drafted"] = ["submit", "accept", "assign", "appraise", "pay", "draft"],
        ["approved"] = ["submit", "accept", "assign", "appraise", "pay", "draft", "approve"],
        ["signed"] = ["submit", "accept", "assign", "appraise", "pay", "draft", "approve", "sign"],
        ["ready"] = ["submit", "accept", "assign", "appraise", "pay", "draft", "approve", "sign", "issue"],
        ["returned"] = ["submit", "accept", "assign", "appraise", "pay", "draft", "approve", "sign", "issue", "hand"],
        ["withdrawing"] = ["submit", "accept", "assign", "withdraw"],
        ["recorded"] = ["submit", "accept", "assign", "record"],
        ["withdrawn"] = ["submit", "accept", "assign", "withdraw", "agree"],
    };

    private int serial;

    private AttackOffice(DeskHost host) => Host = host;

    public DeskHost Host { get; }

    public static IEnumerable<string> States => Ways.Keys;

    /// <summary>The dossier of each state, and <c>hidden</c>: a denunciation whose head is the one denounced.</summary>
    public Dictionary<string, Dossier> Dossiers { get; } = [];

    public static async Task<AttackOffice> OpenAsync()
    {
        var office = new AttackOffice(await DeskHost.StartAsync());
        await office.Host.EmployAsync(
            ("nguoi-nop", StaffRole.Applicant, ""),
            ("nguoi-la", StaffRole.Applicant, ""),
            ("mot-cua-2", StaffRole.CounterClerk, Units.Counter),
            ("van-thu-khac", StaffRole.RegistryClerk, "hp-science-office"),
            ("ke-toan-khac", StaffRole.Accountant, "hp-science-finance"),
            ("tuyen-giao", StaffRole.ConsultedAgency, "propaganda"),
            ("thanh-tra", StaffRole.Inspector, Units.Bureau),
            ("bi-to-cao", StaffRole.DivisionHead, "hp-science-office")
        );
        foreach (var (state, way) in Ways)
            office.Dossiers[state] = await office.ReachAsync(Permit, way);
        office.Dossiers["hidden"] = await office.ReachAsync(Denunciation, ["submit", "accept", "denounce"]);
        return office;
    }

    public ValueTask DisposeAsync() => Host.DisposeAsync();

    private async Task<Dossier> ReachAsync(string slug, string[] way)
    {
        var id = Guid.CreateVersion7();
        await Host.AtDeskAsync(async desk =>
        {
            var procedure = desk.GetRequiredService<Rulebooks>().InForce(slug, DeskHost.Morning.Date)!.Procedure;
            var applicant = SampleForms.Applicant(procedure, serial);
            var form = SampleForms.Fill(procedure.Form, applicant, DeskHost.Morning, serial++);
            var papers = await SamplePapers.At(desk).AllAsync(procedure, form, applicant, CancellationToken.None);
            var owner = Host.Actors["nguoi-nop"];
            Sure(await desk.GetRequiredService<SaveDraft>().DoAsync(new(id, slug, applicant, null, ReturnBy.Counter, form), owner, CancellationToken.None));
            return Sure(
                await desk.GetRequiredService<ActDesk>()
                    .DoAsync(id, null, owner, (draft, act) => [.. papers.SelectMany(paper => draft.AddPaper(paper, act))], CancellationToken.None)
            );
        });
        foreach (var verb in way)
            Sure(await Host.AtDeskAsync(desk => DoAsync(desk, id, verb)));
        return await Host.DossierAsync(id);
    }

    private Task<ActResult> DoAsync(IServiceProvider desk, Guid id, string verb) =>
        verb switch
        {
            "sign" => desk.GetRequiredService<SignResult>()
                .DoAsync(new(id, null, "sign"), ProvedActor.WithoutSession(Host.Actors["giam-doc"]), CancellationToken.None),
            "issue" => desk.GetRequiredService<IssueResult>().DoAsync(new(id, null, "issue"), Host.Actors["van-thu"], CancellationToken.None),
            "record" => desk.GetRequiredService<AskWithdrawal>()
                .DoAsync(
                    new(id, null, "Đơn giấy", new IncomingFile("don-rut.pdf", () => new MemoryStream(ActPosts.Letter))),
                    Host.Actors["mot-cua"],
                    CancellationToken.None
                ),
            _ => desk.GetRequiredService<ActDesk>().DoAsync(id, null, DoerOf(verb), (dossier, act) => Verb(verb, dossier, act), CancellationToken.None),
        };

    private Actor DoerOf(string verb) =>
        verb switch
        {
            "submit" or "withdraw" => Host.Actors["nguoi-nop"],
            "accept" or "refuse" or "hand" or "denounce" => Host.Actors["mot-cua"],
            "assign" or "approve" or "agree" => Host.Actors["truong-phong"],
            "pay" => Host.Actors["ke-toan"],
            "expire" => Actor.System,
            _ => Host.Actors["chuyen-vien"],
        };

    private IReadOnlyList<Domain.Refusal> Verb(string verb, Dossier dossier, ActContext act) =>
        verb switch
        {
            "submit" => dossier.Submit(act),
            "refuse" => dossier.RefuseAtDoor("Không thuộc thẩm quyền", act),
            "accept" => dossier.Accept($"000.00.17.H24-250908-{serial:0000}", act),
            "denounce" => dossier.NameDenounced(new DenouncedPerson(Host.Actors["bi-to-cao"].AccountId!.Value, "Người bị tố cáo", HeadsDivision: true), act),
            "assign" => dossier.Assign(new Assignee(Host.Actors["chuyen-vien"].AccountId!.Value, "Chuyên viên", dossier.DivisionKey), null, act),
            "opinion" => dossier.AskOpinion(
                "propaganda",
                "Đề nghị cho ý kiến",
                act.Local.PlusDays(2),
                [],
                new OpinionShown(["manuscript"], ["documentTitle"]),
                act
            ),
            "supplement" => dossier.AskSupplement(
                [new(SupplementTarget.Paper, "manuscript", "Bản thảo", "Thiếu trang")],
                "Thiếu trang",
                act.Local.Date.PlusDays(30),
                act
            ),
            "expire" => dossier.ExpireSupplement(act with { Local = dossier.UnansweredSupplement!.AnswerBy.PlusDays(1).AtMidnight() }),
            "appraise" => dossier.Appraise(
                "appraise",
                [.. act.Rules.Procedure.Checks.Select(check => new CheckResult(check.Key, true, null))],
                "Done",
                null,
                act
            ),
            "pay" => dossier.RecordPayment(new Payment(dossier.FeesDue, "PT-0001", "cash", "Kế toán", act.Local), act),
            "draft" => dossier.DraftResult(
                "draft",
                new DecisionDraft(DecisionKind.Grant, SampleForms.Result(act.Rules.Procedure, dossier, null, act.Local, 2), [], null, "Chuyên viên", act.Local),
                act
            ),
            "approve" => dossier.ApproveDraft("review", null, act),
            "hand" => dossier.Return(new HandOver("Người nhận", null, ReturnBy.Counter, "Cán bộ", act.Local, null), act),
            "withdraw" => dossier.AskWithdrawal("Đổi kế hoạch", null, act),
            _ => dossier.ConfirmWithdrawal(act),
        };

    private static Dossier Sure(ActResult result) => result.Done ? result.Dossier! : throw new InvalidOperationException(string.Join("; ", result.Refusals));
}
