using System.Net;
using HaiDuong.Licensing.IntegrationTests.Applicant;
using HaiDuong.Licensing.IntegrationTests.Support;
using Npgsql;
using NUnit.Framework;

namespace HaiDuong.Licensing.IntegrationTests.Outages;

/// <summary>
/// A disk that is really full, under papers and database alike (faults 9, 10): what is acknowledged is kept, the rest is refused with what was typed, and room
/// alone mends it.
/// </summary>
[Platform("Linux")]
public sealed class FullDiskTests
{
    private const string Page = PermitApplication.Start + "/to-khai";
    private const string Summary = "summary";

    /// <summary>The database takes 16 MB a piece for its log; so many letters a save fill a page of a table, and are less than a field may hold.</summary>
    private const int Letters = 3000;

    private string folder = "";

    [SetUp]
    public void MakeFolder() => folder = WholeProgram.NewFolder();

    [TearDown]
    public void RemoveFolder() => Directory.Delete(folder, recursive: true);

    [Test, CancelAfter(240_000)]
    public async Task Office_OnAFullDisk_KeepsWhatItTook_RefusesTheRest_AndGoesOnWhenThereIsRoom(CancellationToken cancel)
    {
        using var program = WholeProgram.StartOnASmallDisk(folder, megabytes: 300);
        await program.AskAsync("/health/ready", HttpStatusCode.OK, "jobs: Healthy", cancel);
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = program.Address };
        client.DefaultRequestHeaders.Add("Accept", "text/html");
        client.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
        var applicant = new PageVisitor(client);
        var draft = Page + "/" + await PermitApplication.DeclareAsync(applicant, (Summary, SummaryOf(0)));

        program.FillDisk();
        var full = await program.AskAsync("/health/ready", HttpStatusCode.ServiceUnavailable, "disk: Unhealthy", cancel);
        var paper = await SendPaperAsync(applicant, draft, new byte[200_000]);
        var (kept, refused) = await SaveUntilRefusedAsync(applicant, draft);
        var read = await applicant.OpenAsync(draft);
        await program.AskAsync("/thu-tuc/publishing-permit", HttpStatusCode.OK, cancel: cancel);

        Assert.That(full, Does.StartWith("Unhealthy").And.Contain("disk is full"));
        Assert.That(paper.Status, Is.EqualTo(HttpStatusCode.ServiceUnavailable));
        Assert.That(paper.Text, Does.Contain("không còn chỗ ghi dữ liệu"));
        Assert.That((refused.Status, refused.Response.Headers.RetryAfter?.ToString()), Is.EqualTo((HttpStatusCode.ServiceUnavailable, "10")));
        Assert.That(
            refused.Text,
            Does.Contain("không còn chỗ ghi dữ liệu")
                .And.Contain("CHƯA được ghi")
                .And.Contain("bấm “Gửi lại”")
                .And.Not.Contain("chép nội dung")
                .And.Contain($"<li>{SummaryOf(kept + 1)}</li>")
        );
        Assert.That(read.Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(read.Text, Does.Contain(SummaryOf(kept)).And.Not.Contain(SummaryOf(kept + 1)), "what was acknowledged, and nothing of what was refused");

        await EndLogAsync(program, cancel);
        var away = await program.AskAsync("/health/ready", HttpStatusCode.ServiceUnavailable, "database: Unhealthy", cancel);
        await program.AskAsync("/health/live", HttpStatusCode.OK, cancel: cancel);
        program.MakeRoom();
        await program.AskAsync("/health/ready", HttpStatusCode.OK, "jobs: Healthy", cancel);
        var readAgain = await applicant.OpenAsync(draft);
        var saved = await SaveAsync(applicant, draft, kept + 2);
        var takenPaper = await SendPaperAsync(applicant, draft, PermitApplication.Pdf);

        Assert.That(away, Does.Contain("disk is full"));
        Assert.That(readAgain.Text, Does.Contain(SummaryOf(kept)), "the end of the database lost nothing");
        Assert.That(saved.Status, Is.EqualTo(HttpStatusCode.Redirect));
        Assert.That(takenPaper.Status, Is.EqualTo(HttpStatusCode.Redirect));
        Assert.That(program.HasEnded, Is.False);
    }

    private static async Task<(int Kept, VisitedPage Refused)> SaveUntilRefusedAsync(PageVisitor applicant, string draft)
    {
        for (var kept = 0; kept < 3000; kept++)
        {
            var saved = await SaveAsync(applicant, draft, kept + 1);
            if (saved.Status != HttpStatusCode.Redirect)
                return (kept, saved);
        }

        throw new AssertionException("The disk never became full.");
    }

    private static async Task<VisitedPage> SaveAsync(PageVisitor applicant, string draft, int number)
    {
        await applicant.OpenAsync(draft);
        return await applicant.SendAsync(
            draft,
            [.. PermitApplication.Answers.Where(answer => answer.Name != Summary), (Summary, SummaryOf(number)), ("go", "next")]
        );
    }

    private static async Task<VisitedPage> SendPaperAsync(PageVisitor applicant, string draft, byte[] paper)
    {
        var page = draft.Replace("/to-khai/", "/giay-to/", StringComparison.Ordinal);
        await applicant.OpenAsync(page);
        return await applicant.SendFilesAsync(page, [("go", "next")], ("papers.manuscript", "Bản thảo.pdf", paper));
    }

    /// <summary>Different each time, so that nothing is compressed away.</summary>
    private static string SummaryOf(int number) =>
        string.Join(' ', Enumerable.Range(0, Letters / 20).Select(i => new Random((number * Letters) + i).NextInt64()));

    /// <summary>The database needs its next piece of log and finds no room: it ends, as it must, and its keeper tries to start it.</summary>
    private static async Task EndLogAsync(WholeProgram program, CancellationToken cancel)
    {
        await using var connection = new NpgsqlConnection(program.SmallDiskDatabase);
        await connection.OpenAsync(cancel);
        await using var end = new NpgsqlCommand("SELECT pg_logical_emit_message(false, 'test', repeat('x', 1000000)) FROM generate_series(1, 200)", connection);
        Assert.That(() => end.ExecuteNonQueryAsync(cancel), Throws.InstanceOf<NpgsqlException>());
    }
}
