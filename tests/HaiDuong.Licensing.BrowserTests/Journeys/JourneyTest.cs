using System.Globalization;
using System.Text;
using HaiDuong.Licensing.BrowserTests.Support;
using HaiDuong.Licensing.Demo;
using HaiDuong.Licensing.IntegrationTests.Support;
using Microsoft.Playwright;
using NUnit.Framework;

namespace HaiDuong.Licensing.BrowserTests.Journeys;

/// <summary>What the journeys share: who comes in, what is typed and the papers that are brought.</summary>
public abstract class JourneyTest : OfficePageTest
{
    protected const string Procedure = "publishing-permit";
    protected const string TaxCode = "0899815907";
    protected const string ApplicantName = "Hội Liên hiệp Phụ nữ tỉnh Hải Dương";
    protected const string FileInput = "input[type=file]";
    private const int MostLogIns = 4;

    protected const string SendButton = "main form[method=post] .btn-primary";

    /// <summary>A phone and a desk, in px; the walk goes on at the last.</summary>
    private static readonly int[] Widths = [390, 1280];

    private const string OneDot = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

    protected static readonly IReadOnlyDictionary<string, string> Answers = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["applicant.name"] = ApplicantName,
        ["applicant.identityNumber"] = TaxCode,
        ["applicant.address"] = "Phố Bắc Kinh, thành phố Hải Dương, tỉnh Hải Dương",
        ["applicant.phone"] = "02203850111",
        ["applicantStatus"] = "localBody",
        ["establishmentPaper"] = "establishmentDecision",
        ["establishmentNumber"] = "1125/QĐ-UBND",
        ["establishmentAuthority"] = "Ủy ban nhân dân tỉnh Hải Dương",
        ["establishmentDate"] = "15/03/2010",
        ["armedForces"] = "none",
        ["representativeName"] = "Người đại diện theo pháp luật của đơn vị",
        ["representativeTitle"] = "Thủ trưởng đơn vị",
        ["documentTitle"] = "Sổ tay phòng, chống bạo lực gia đình",
        ["documentType"] = "propaganda",
        ["isTranslation"] = "false",
        ["medium"] = "printed",
        ["pages"] = "96",
        ["standardPages"] = "80",
        ["format"] = "14,5 x 20,5",
        ["copies"] = "1000",
        ["languages"] = "vietnamese",
        ["printerName"] = "Công ty Cổ phần In Hải Dương",
        ["printerAddress"] = "Phố Phạm Hồng Thái, thành phố Hải Dương",
        ["purpose"] = "Tuyên truyền, cấp phát không thu tiền.",
        ["distribution"] = "Cấp phát cho hội viên trong tỉnh.",
        ["summary"] = "Những vấn đề chung; kỹ năng cần nắm vững; hỏi và đáp.",
    };

    private readonly List<IBrowserContext> visitors = [];

    protected override string Address => WalkedOffice.Server.Address;

    protected static FilePayload Manuscript =>
        new()
        {
            Name = "ban-thao.pdf",
            MimeType = "application/pdf",
            Buffer = PdfOfOnePage(),
        };

    /// <summary>A picture of one dot, as a phone sends it.</summary>
    protected static FilePayload Photograph =>
        new()
        {
            Name = "anh-chup.png",
            MimeType = "image/png",
            Buffer = Convert.FromBase64String(OneDot),
        };

    [SetUp]
    public void WaitAsLongAsABusyMachineNeeds() => Context.SetDefaultTimeout(Arrivals.PatienceInMilliseconds);

    [TearDown]
    public async Task SendVisitorsHomeAsync()
    {
        foreach (var (visitor, number) in visitors.Select((visitor, index) => (visitor, index + 1)))
        {
            foreach (var page in visitor.Pages)
                await KeepIfFailedAsync(page, $"-{number}");
            await visitor.CloseAsync();
        }

        visitors.Clear();
    }

    protected static BrowserNewContextOptions AtWidth(BrowserNewContextOptions options, int width)
    {
        options.ViewportSize = new ViewportSize { Width = width, Height = 800 };
        return options;
    }

    protected static async Task AssertFitsAtBothAsync(IPage page)
    {
        foreach (var width in Widths)
        {
            await page.SetViewportSizeAsync(width, 800);
            await AssertFitsAsync(page);
        }
    }

    /// <summary>A page in a browser of its own, so that nobody shares cookies.</summary>
    protected async Task<IPage> VisitorAsync(Action<BrowserNewContextOptions>? set = null)
    {
        var options = ContextOptions();
        set?.Invoke(options);
        var context = await Browser.NewContextAsync(options);
        context.SetDefaultTimeout(Arrivals.PatienceInMilliseconds);
        visitors.Add(context);
        return await context.NewPageAsync();
    }

    protected async Task<IPage> LoggedInAsync(string userName)
    {
        var page = await VisitorAsync();
        await LogInAsync(page, userName);
        return page;
    }

    /// <summary>
    /// As a person who waits when told to: all walks come from one address, and a wrong password of one makes the next from there wait a moment.
    /// </summary>
    protected static async Task LogInAsync(IPage page, string userName)
    {
        await page.GotoAsync("/dang-nhap");
        for (var tries = 0; tries == 0 || (tries < MostLogIns && page.Url.Contains("/dang-nhap", StringComparison.Ordinal)); tries++)
        {
            await Task.Delay(TimeSpan.FromSeconds(tries));
            await page.FillAsync("[name=Name]", userName);
            await page.FillAsync("[name=Password]", DemoPeople.Password);
            await page.ClickAsync(SendButton);
        }

        Assert.That(page.Url, Does.Not.Contain("/dang-nhap"), userName);
    }

    /// <summary>From the first question to the page of papers; returns the reference of the draft.</summary>
    protected static async Task<string> DeclareAsync(IPage page)
    {
        await page.GotoAsync($"/nop-ho-so/{Procedure}");
        await page.ClickAsync("main form .btn-primary");
        await AnswerAsync(page, Answers);
        await page.ClickAsync("button[name=go][value=next]");
        await page.ArriveAsync("**/giay-to/*");
        return new Uri(page.Url).Segments[^1];
    }

    /// <summary>The whole way of an applicant without account; returns the reference that the last page shows.</summary>
    protected static async Task<string> SubmitAsync(IPage page)
    {
        await DeclareAsync(page);
        await page.SetInputFilesAsync(FileInput, Manuscript);
        await page.ClickAsync("button[name=go][value=next]");
        await page.ArriveAsync("**/xem-lai/*");
        await page.ClickAsync(SendButton);
        await page.ArriveAsync("**/da-nop");
        return (await page.Locator(".hd-reference").InnerTextAsync()).Trim();
    }

    /// <summary>Opens a waiting online dossier from the counter's desk.</summary>
    protected static async Task OpenAtCounterAsync(IPage clerk, string reference)
    {
        await clerk.GotoAsync("/mot-cua?muc=Online");
        await clerk.GetByRole(AriaRole.Link, new() { Name = reference }).ClickAsync();
        await clerk.ArriveAsync("**/mot-cua/ho-so/*");
    }

    /// <summary>Accepts the dossier on the open page; returns its code and id.</summary>
    protected static async Task<(string Code, string Id)> AcceptAsync(IPage clerk)
    {
        // The walks file one application after another, also beside this one: asked about another, the clerk means this one too.
        while (!clerk.Url.Contains("/mot-cua/bien-nhan/", StringComparison.Ordinal))
        {
            await clerk.EvaluateAsync("document.body.dataset.before = ''");
            await clerk.ClickAsync("section[aria-labelledby=accept] .btn-primary");
            await clerk.WaitForSelectorAsync("body:not([data-before]) main");
        }

        return ((await clerk.Locator("strong.hd-code").InnerTextAsync()).Trim(), new Uri(clerk.Url).Segments[^1]);
    }

    /// <summary>Types or chooses each answer by the name of its question, whatever control asks it.</summary>
    protected static async Task AnswerAsync(IPage page, IEnumerable<KeyValuePair<string, string>> answers)
    {
        foreach (var (name, value) in answers)
        {
            var controls = page.Locator($"main [name=\"{name}\"]:not([type=hidden])");
            switch (await controls.First.EvaluateAsync<string>("control => control.type"))
            {
                case "radio" or "checkbox":
                    await page.CheckAsync($"main [name=\"{name}\"][value=\"{value}\"]");
                    break;
                case "select-one":
                    await controls.SelectOptionAsync(value);
                    break;
                default:
                    await controls.FillAsync(value);
                    break;
            }
        }
    }

    protected static async Task<byte[]> DownloadAsync(IPage page, string address)
    {
        var answer = await page.APIRequest.GetAsync(new Uri(new Uri(page.Url), address).ToString());
        Assert.That(answer.Status, Is.EqualTo(200), address);
        return await answer.BodyAsync();
    }

    /// <summary>The words of a PDF in one line, as another program reads them.</summary>
    protected static async Task<string> TextOfAsync(byte[] pdf) =>
        string.Join(
            ' ',
            (await WithFileAsync(pdf, path => Tool.ReadAsync("pdftotext", path, "-"))).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        );

    protected static async Task<string> WithFileAsync(byte[] content, Func<string, Task<string>> read)
    {
        var folder = Directory.CreateTempSubdirectory("hdl-read-").FullName;
        try
        {
            var path = Path.Combine(folder, "file.pdf");
            await File.WriteAllBytesAsync(path, content);
            return await read(path);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static byte[] PdfOfOnePage()
    {
        const string text = "BT /F1 18 Tf 72 720 Td (Ban thao tai lieu) Tj ET";
        string[] objects =
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
            $"<< /Length {text.Length} >>\nstream\n{text}\nendstream",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        ];
        var pdf = new StringBuilder("%PDF-1.4\n");
        var table = new StringBuilder();
        for (var number = 1; number <= objects.Length; number++)
        {
            table.Append(CultureInfo.InvariantCulture, $"{pdf.Length:D10} 00000 n \n");
            pdf.Append(CultureInfo.InvariantCulture, $"{number} 0 obj\n{objects[number - 1]}\nendobj\n");
        }

        var start = pdf.Length;
        pdf.Append(
            CultureInfo.InvariantCulture,
            $"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n{table}trailer\n<< /Size {objects.Length + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n"
        );
        return Encoding.ASCII.GetBytes(pdf.ToString());
    }
}
