using System.Security.Cryptography;
using System.Text;
using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.OneStop.Access.Passwords;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.Options;

namespace HaiDuong.Licensing.OneStop.Access;

/// <summary>
/// Reads the key of a posted form and takes the digest of its content (but of no password, which must not be guessed from it), for the desk that does the act.
/// </summary>
public sealed class SentFormFilter(SentForm sent, IOptions<AntiforgeryOptions> antiforgery) : IAsyncPageFilter
{
    /// <summary>What a button fills in stands in the form before the page reads it.</summary>
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context)
    {
        var request = context.HttpContext.Request;
        if (HttpMethods.IsPost(request.Method) && request.HasFormContentType)
            Fill(request);
        return Task.CompletedTask;
    }

    private void Fill(HttpRequest request)
    {
        if (request.Form.ContainsKey(SentForm.TakeBack))
        {
            sent.ShownAgain = new Refusal(nameof(RefusalCode.FormTakenBack));
            return;
        }

        var chosen = request.Form.FirstOrDefault(field => field.Key.StartsWith(SentForm.Template, StringComparison.Ordinal));
        if (chosen.Key is null)
            return;
        var filled = request.Form.Where(field => field.Key != chosen.Key).ToDictionary(StringComparer.OrdinalIgnoreCase);
        var name = chosen.Key[SentForm.Template.Length..];
        var typed = filled.GetValueOrDefault(name).ToString().Trim();
        filled[name] = typed.Length > 0 ? $"{typed}\n{chosen.Value}" : chosen.Value;
        request.Form = new FormCollection(filled, request.Form.Files);
        sent.ShownAgain = new Refusal(nameof(RefusalCode.ReasonFilledIn));
    }

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var request = context.HttpContext.Request;
        if (HttpMethods.IsPost(request.Method) && request.HasFormContentType)
            sent.Seen = [.. request.Form[SentForm.SeenField].OfType<string>()];
        if (HttpMethods.IsPost(request.Method) && request.HasFormContentType && Guid.TryParse(request.Form[SentForm.Field], out var key))
            (sent.Key, sent.Path, sent.Body) = (key, request.Path, await DigestAsync(request, context.HttpContext.RequestAborted));
        await next();
    }

    private async Task<string> DigestAsync(HttpRequest request, CancellationToken cancel)
    {
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        // Each part with its length before it, so that no two contents read alike.
        void Take(string? text) => digest.AppendData(Encoding.UTF8.GetBytes($"{text?.Length ?? -1}:{text}"));
        Take(request.Path);
        Take(request.QueryString.Value);
        foreach (
            var (name, values) in request
                .Form.Where(field => field.Key != antiforgery.Value.FormFieldName && field.Key != StepUp.Field)
                .OrderBy(field => field.Key, StringComparer.Ordinal)
        )
        {
            Take(name);
            foreach (var value in values)
                Take(value);
        }

        foreach (var file in request.Form.Files)
        {
            Take(file.Name);
            Take(file.FileName);
            await using var content = file.OpenReadStream();
            digest.AppendData(await SHA256.HashDataAsync(content, cancel));
        }

        return Convert.ToHexStringLower(digest.GetHashAndReset());
    }
}
