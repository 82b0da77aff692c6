using System.Text.RegularExpressions;
using HaiDuong.Licensing.Tests.Architecture;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;

namespace HaiDuong.Licensing.IntegrationTests.Desks;

/// <summary>Every form that posts carries a key of its own, by which it is known when it is sent again.</summary>
public sealed partial class FormKeyTests
{
    private const string Pages = "src/HaiDuong.Licensing.OneStop";

    /// <summary>How many forms of a page need none, and why.</summary>
    private static readonly Dictionary<string, (int Forms, string Why)> Exceptions = new(StringComparer.Ordinal)
    {
        ["/Features/Accounts/LogIn.cshtml"] = (1, "does no act: a second log-in is another session"),
        ["/Features/Accounts/Register.cshtml"] = (1, "a user name is opened once, whatever is sent"),
        ["/Features/Accounts/OwnAccount.cshtml"] = (2, "a password is no content of which a digest is kept; what is ended stays ended"),
        ["/Features/Counter/TakeIn.cshtml"] = (2, "the questions before the form do no act"),
        ["/Features/DataChecks/DataCheck.cshtml"] = (1, "a clock that is confirmed is so, however often"),
        ["/Features/Errors/Error.cshtml"] = (1, "gives back what was sent, its key with it"),
        ["/Features/Kit/Kit.cshtml"] = (1, "the gallery of components does nothing"),
        ["/Features/Submission/Declare.cshtml"] = (1, "a draft counts its own saves"),
        ["/Features/Submission/Papers.cshtml"] = (1, "a draft counts its own saves"),
        ["/Features/Submission/Resume.cshtml"] = (1, "only looks"),
        ["/Features/Succession/Structure.cshtml"] = (1, "moves what waits; the second time nothing does"),
        ["/Features/Tracking/Open.cshtml"] = (3, "only looks, or sends a one-time code"),
        ["/Features/Tracking/Track.cshtml"] = (1, "only looks"),
        ["/Features/Verification/Check.cshtml"] = (1, "only looks"),
    };

    [Test]
    public async Task Form_OfEveryPage_CarriesAKey()
    {
        await using var host = await DeskHost.StartAsync();
        var loader = host.Services.GetRequiredService<PageLoader>();
        var without = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (
            var page in host
                .Services.GetRequiredService<IEnumerable<EndpointDataSource>>()
                .SelectMany(source => source.Endpoints)
                .Select(endpoint => endpoint.Metadata.GetMetadata<PageActionDescriptor>())
                .OfType<PageActionDescriptor>()
                .DistinctBy(page => page.RelativePath)
        )
        {
            var compiled = await loader.LoadAsync(page, EndpointMetadataCollection.Empty);
            if (!compiled.HandlerMethods.Any(handler => HttpMethods.IsPost(handler.HttpMethod)))
                continue;
            var forms = FormsOf(page.RelativePath).ToList();
            if (forms.Count == 0 ? !IsPostedFromElsewhere(page.RelativePath) : !forms.TrueForAll(HasKey))
                without[page.RelativePath] = forms.Count(form => !HasKey(form));
        }

        Assert.That(
            without.Select(page => $"{page.Key} {page.Value}").Order(),
            Is.EqualTo(Exceptions.Select(page => $"{page.Key} {page.Value.Forms}").Order()),
            "a form without a key, or an exception that is none any more"
        );
    }

    /// <summary>The frame's own forms (which language, and the log-out), the bar below lists, and what keeps what is typed.</summary>
    private static bool IsPostedFromElsewhere(string page) =>
        page
            is "/Features/Home/Language.cshtml"
                or "/Features/Accounts/LogOut.cshtml"
                or "/Features/Batches/BatchList.cshtml"
                or "/Features/Printing/Chosen.cshtml"
                or "/Features/Unsent/Keep.cshtml";

    /// <summary>The forms that a page draws, those of its parts too.</summary>
    private static IEnumerable<string> FormsOf(string page)
    {
        var text = File.ReadAllText(Path.Combine(SourceTree.Root, Pages + page));
        foreach (Match form in Form().Matches(text))
            yield return form.Value;
        foreach (Match part in Part().Matches(Form().Replace(text, "")))
        {
            if (Find(page, part.Groups["name"].Value) is { } file)
            {
                foreach (var form in FormsOf(file))
                    yield return form;
            }
        }
    }

    private static bool HasKey(string form) =>
        form.Contains("SentForm.Field", StringComparison.Ordinal)
        || Part().Matches(form).Any(part => part.Groups["name"].Value is "_ActKey" or "_SeenRevision");

    private static string? Find(string page, string part) =>
        new[] { Path.GetDirectoryName(page)!, "/Features/Shared" }
            .Select(folder => $"{folder}/{part}.cshtml")
            .FirstOrDefault(path => File.Exists(Path.Combine(SourceTree.Root, Pages + path)));

    [GeneratedRegex("""<form[^>]*method="post".*?</form>""", RegexOptions.ExplicitCapture | RegexOptions.Singleline, 1000)]
    private static partial Regex Form();

    [GeneratedRegex("<partial name=\"(?<name>\\w+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Part();
}
