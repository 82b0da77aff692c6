using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.Options;

namespace HaiDuong.Licensing.OneStop.Ui.Entry;

/// <summary>
/// Reads every posted form before anybody else does and hands it on as <see cref="CleanText"/>, to binders and pages alike. More bytes than are taken are
/// answered with 413, a form that cannot be read or has more or longer fields than any page has with 422; whoever shows that answer finds an empty form
/// instead of a broken one.
/// </summary>
public sealed class CleanPosts : IAsyncAuthorizationFilter, IOrderedFilter
{
    /// <summary>How the framework's reader begins when files are too large; all it says of anything else is that the form is wrong.</summary>
    private const string TooManyBytes = "Multipart body length limit";

    /// <summary>
    /// After the limits of a page (900), which would put another form in its place, and before whoever reads the form first, which is the check against forgery
    /// (1000).
    /// </summary>
    public int Order => 950;

    public async Task OnAuthorizationAsync(AuthorizationFilterContext context)
    {
        var request = context.HttpContext.Request;
        if (!request.HasFormContentType)
            return;
        var features = context.HttpContext.Features;
        var sent = features.Get<IFormFeature>()
            ?? new FormFeature(request, context.HttpContext.RequestServices.GetRequiredService<IOptions<FormOptions>>().Value);
        try
        {
            var form = await sent.ReadFormAsync(context.HttpContext.RequestAborted);
            if (!CleanText.IsClean(form))
                features.Set<IFormFeature>(new FormFeature(new FormCollection(CleanText.Of(form).ToDictionary(StringComparer.OrdinalIgnoreCase), form.Files)));
            else
                features.Set(sent);
        }
        catch (Exception failure) when (failure is InvalidDataException or BadHttpRequestException)
        {
            features.Set<IFormFeature>(new FormFeature(FormCollection.Empty));
            context.Result = new StatusCodeResult(
                failure is BadHttpRequestException { StatusCode: var code } ? code
                : failure.Message.StartsWith(TooManyBytes, StringComparison.Ordinal) ? StatusCodes.Status413PayloadTooLarge
                : StatusCodes.Status422UnprocessableEntity
            );
        }
    }
}
