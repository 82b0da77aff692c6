using HaiDuong.Licensing.Demo;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.IntegrationTests.Acts;
using HaiDuong.Licensing.OneStop.Acts;
using HaiDuong.Licensing.OneStop.Features.Appraisal;
using HaiDuong.Licensing.OneStop.Features.Counter;
using HaiDuong.Licensing.OneStop.Features.Supplements;
using HaiDuong.Licensing.OneStop.Features.Withdrawal;
using HaiDuong.Licensing.OneStop.Workflows;
using NodaTime;
using NodaTime.Testing;

namespace HaiDuong.Licensing.IntegrationTests.Crashes;

/// <summary>
/// A process that does acts without end until it is killed: several hands at once, straight ways and crooked ones. It says "ready", waits for
/// a line, and then says "done" with dossier and revision each time an act has been answered.
/// </summary>
internal static class CrashWorker
{
    public const string Command = "crash-worker";
    private const int Hands = 4;
    private const int MostOpen = 6;

    public static async Task<int> Main(string[] args)
    {
        if (args is [KillRun.Command, .. { Length: > 0 } numbers])
            return await KillRun.MainAsync(numbers);
        if (args is not [Command, var connectionString, var dataFolder, var seed])
            return 2;
        // Three seconds a look: a long journey passes through a working day.
        var clock = new FakeClock(OfficeClock.ToInstant(BareOffice.Start), Duration.FromSeconds(3));
        await using var services = BareOffice.Services(connectionString, dataFolder, clock);
        var journey = new DossierDriver(services, OfficeStaff.All, "publishing-permit");
        await journey.ReachAsync(DossierAct.Sign);
        await Console.Out.WriteLineAsync("ready");
        await Console.In.ReadLineAsync();
        await Task.WhenAll(
            Enumerable
                .Range(0, Hands)
                .Select(hand =>
                    Task.Run(() => WorkAsync(journey, new Random(int.Parse(seed, System.Globalization.CultureInfo.InvariantCulture) * Hands + hand)))
                )
        );
        return 0;
    }

    private static async Task WorkAsync(DossierDriver journey, Random random)
    {
        var open = new List<Guid>();
        while (true)
        {
            try
            {
                if (open.Count < random.Next(1, MostOpen))
                    open.Add(await BeginAsync(journey, random));
                var id = open[random.Next(open.Count)];
                var dossier = (await journey.FindAsync(id))!;
                if (LifeCycle.IsClosed(dossier.Status))
                    open.Remove(id);
                else
                    Say(await ActAsync(journey, dossier, random));
            }
            catch (Exception fault)
            {
                Console.WriteLine($"fault {fault.GetBaseException().Message.ReplaceLineEndings(" ")}");
            }
        }
    }

    private static async Task<Guid> BeginAsync(DossierDriver journey, Random random)
    {
        if (random.Next(2) == 0)
            return await journey.DraftAsync();
        var id = Guid.CreateVersion7();
        Say(await journey.TakeInAsync(id));
        return id;
    }

    private static Task<ActResult> ActAsync(DossierDriver journey, Dossier dossier, Random random)
    {
        var id = dossier.Id;
        var step = dossier.Work.Count > 0 ? dossier.Work[0].StepId : "";
        return (dossier.Status, step, random.Next(8)) switch
        {
            (DossierStatus.WithdrawalAsked, _, < 4) => journey.DoAsync<DecideWithdrawal>(act =>
                act.DoAsync(new(id, null, true, ""), OfficeStaff.Clerk, default)
            ),
            (DossierStatus.AwaitingAcceptance, "receive", 0) => AskSupplementAsync(journey, id, OfficeStaff.Clerk),
            (DossierStatus.AwaitingAcceptance, "receive", 1) => journey.DoAsync<RefuseDossier>(act =>
                act.DoAsync(new(id, null, "Không thuộc thẩm quyền"), OfficeStaff.Clerk, default)
            ),
            (DossierStatus.InProcess, "appraise", 0) => AskSupplementAsync(journey, id, OfficeStaff.Specialist),
            (DossierStatus.InProcess, "appraise", 1) => journey.DoAsync<AskOpinion>(act =>
                act.DoAsync(new(id, null, "police", "Có ý kiến gì không?", BareOffice.Start.PlusDays(3), []), OfficeStaff.Specialist, default)
            ),
            (DossierStatus.InProcess, "review", 0) => journey.DoAsync<SendBackDraft>(act =>
                act.DoAsync(new(id, null, step, "Sửa câu chữ"), OfficeStaff.Head, default)
            ),
            (DossierStatus.InProcess, "draft", 0) => journey.DoAsync<AskWithdrawal>(act =>
                act.DoAsync(new(id, null, null, null), OfficeStaff.ApplicantOf(id), default)
            ),
            _ => journey.NextAsync(id),
        };
    }

    private static Task<ActResult> AskSupplementAsync(DossierDriver journey, Guid id, Domain.Staff.Actor by)
    {
        SupplementItem[] items = [new(SupplementTarget.Field, "copies", "Số lượng in", "Chưa khớp với bản thảo")];
        return journey.DoAsync<AskSupplement>(act => act.DoAsync(new(id, null, items, "Chưa khớp", BareOffice.Start.Date + Period.FromDays(30)), by, default));
    }

    private static void Say(ActResult result) =>
        Console.WriteLine(result.Done ? $"done {result.Dossier!.Id} {result.Dossier.Revision}" : $"refused {string.Join(' ', result.Refusals)}");
}
