using System.Security.Cryptography;
using System.Text;
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
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var request = context.HttpContext.Request;
        if (HttpMethods.IsPost(request.Method) && request.HasFormContentType)
            sent.Seen = [.. request.Form[SentForm.SeenField].OfType<string>()];
        if (HttpMethods.IsPost(request.Method) && request.HasFormContentType && Guid.TryParse(request.Form[SentForm.Field], out var key))
            (sent.Key, sent.Body) = (key, await DigestAsync(request, context.HttpContext.RequestAborted));
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
